"""The entry point. It answers ``--version`` before anything heavy is imported, and makes the console safe to print
on.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; the exit code is 0 clean, 1 findings at or above the bar, 2 unreadable input or misuse."""
    if sys.argv[1:] == ["--version"]:
        from jixiao import __version__

        print(f"jixiao {__version__}")
        return
    make_console_safe()
    from .app import app

    app()


def make_console_safe() -> None:
    """What a console cannot show is printed as ``?``; it must never stop the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
