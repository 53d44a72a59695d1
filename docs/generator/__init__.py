"""The generated pages of the documentation, a module for each: rules, policies, the output shown in guides.

Nothing here is part of the program. ``docs/generate.py`` writes what these modules return.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

if str(ROOT) not in sys.path:  # the cases that pages show are those of the tests
    sys.path.insert(0, str(ROOT))
