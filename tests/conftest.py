"""Settings for all tests: hypothesis without deadlines (and repeatable in CI: a developer's run is the one that
searches), and no skipped test where CI says so.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("jixiao", deadline=None, max_examples=60, derandomize=bool(os.environ.get("CI")))
settings.load_profile("jixiao")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Under ``JIXIAO_NO_SKIPS`` a skipped test fails the run: what CI cannot run is not proved."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("JIXIAO_NO_SKIPS") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter.write_line("skipped tests are failures here (JIXIAO_NO_SKIPS)", red=True)
