"""The entry point. It answers ``--version`` before anything heavy is imported, makes the console safe to print on, and
ends every command without a traceback.
"""

from __future__ import annotations

import codecs
import gc
import os
import sys

TYPE_CHECKING = False  # the module of that name is slower to load than --version takes
if TYPE_CHECKING:
    import click

INTERRUPTED = 130
_CYCLES = 500_000
"""After how many new objects unreachable cycles are looked for: most commands end before, and large ones rarely make
any. The usual 700 is for programs that run for days; here each look finds what was just loaded, all in use.
"""
_PLAINER = str.maketrans(
    "–—‘’“”「」×·■→＝＋－，、；：。（）〔〕％└─═", '--\'\'""""x|*>=+-,,;:.()()%`-='
) | str.maketrans({"…": "...", "÷": "/", "≥": ">=", "≤": "<=", "《": "<", "》": ">"})
"""Signs and what is printed for them on a console that has not got them."""


def main() -> None:
    """Run the command line; the exit code is 0 clean, 1 findings at or above the bar, 2 unreadable input or misuse.

    130 after Ctrl-C, as shells have it. A pipe that is closed early ends the command quietly with 1.
    """
    if sys.argv[1:] == ["--version"]:
        from jixiao import __version__

        print(f"jixiao {__version__}")
        return
    make_console_safe()
    gc.set_threshold(_CYCLES)
    # the model needs none, and to look for them in all that is installed takes longer than the model
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        code = _run()
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        # what is still buffered has no reader; the interpreter must not try to write it at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    if code == INTERRUPTED:
        sys.stderr.write("已中断。\n" if _shows_chinese() else "Interrupted.\n")
    gc.freeze()  # what is left goes with the process; to search it for cycles first takes longer than --version
    sys.exit(code)


def _run() -> int:
    from .page import shown

    if shown(sys.argv[1:]):
        return 0
    import click

    from .app import app

    try:
        return int(app(prog_name="jixiao", standalone_mode=False) or 0)
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        _complain(error)
        return 2


def _complain(error: click.ClickException) -> None:
    """One line in Chinese; the library's own words where that line would say less, or English is asked for."""
    from .usage import is_known, remedy

    zh = _shows_chinese() and not {"en", "--lang=en"} & set(sys.argv[1:])
    if not (zh and is_known(error)):
        error.show()
    if zh:
        sys.stderr.write(remedy(error) + "\n")


def _shows_chinese() -> bool:
    from .languages import can_show

    return can_show("绩效", sys.stderr)


def make_console_safe() -> None:
    """What a console cannot show is printed in plainer signs, or as ``?``; it must never stop the program."""
    codecs.register_error("plainer", _plainer)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="plainer")


def _plainer(error: UnicodeError) -> tuple[str, int]:
    """Signs that have a plain twin are replaced by it, a run of anything else by one ``?``."""
    import re  # not above: --version would take half as long again

    assert isinstance(error, UnicodeEncodeError)
    plain = error.object[error.start : error.end].translate(_PLAINER)
    return re.sub(r"[^\x00-\x7f]+", "?", plain), error.end
