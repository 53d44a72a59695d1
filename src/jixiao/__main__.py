"""``python -m jixiao``: the command line where its script is not on the path."""

from __future__ import annotations

from jixiao.cli.start import main

if __name__ == "__main__":
    main()
