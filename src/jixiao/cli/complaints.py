"""How a command ends that cannot do what was asked: one short message, exit code 2, no traceback."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import Lang, language

if TYPE_CHECKING:
    from jixiao.model import UnreadableError


class MisuseError(Exception):
    """A call that cannot be carried out, in both languages: what was found, what was expected, what to do."""

    def __init__(self, zh: str, en: str) -> None:
        self.zh, self.en = zh, en
        super().__init__(zh)


@contextmanager
def readable(lang: Lang | None = None) -> Iterator[None]:
    """Unreadable input, misuse and places that cannot be written to end the command with exit code 2 and one message
    each.
    """
    from jixiao.model import UnreadableError

    try:
        yield
    except UnreadableError as error:
        _end(_unreadable(error, language(lang, sys.stderr)))
    except MisuseError as error:
        _end(error.zh if language(lang, sys.stderr) == "zh" else error.en)
    except BrokenPipeError:
        raise
    except OSError as error:
        _end(_unwritable(error, language(lang, sys.stderr)))


def is_file(out: Path) -> MisuseError:
    """A folder was meant, and a file is there."""
    return MisuseError(
        f"{out} 是文件，不是文件夹。请换一个 --out 文件夹。",
        f"{out} is a file, not a folder. Take another --out folder.",
    )


def unknown_rule(wrong: str, *, searched: bool = False) -> MisuseError:
    """No rule has that code, prefix or name; the nearest name, or the family of the code, is told."""
    from jixiao.audit.declaration import index

    codes = [code for code, *_ in index().values()]
    near = nearest(wrong, [name for _, name, *_ in index().values()])
    # one code is as near to a mistyped one as the next: show the family instead of guessing
    family = next((code[:2] for code in codes if wrong.upper().startswith(code[:2])), "")
    which = f" {family}" if family and not near else ""
    return MisuseError(
        f"没有规则叫 {wrong}{'，也没有规则提到它' if searched else ''}。"
        + (f"是不是 {near}？" if near else f"jixiao rules{which} 列出可用的规则。"),
        f"There is no rule {wrong}{', and none speaks of it' if searched else ''}. "
        + (f"Did you mean {near}?" if near else f"jixiao rules{which} lists what there is."),
    )


def nearest(wrong: str, known: Iterable[str]) -> str:
    """The known word that a slip was probably meant to be; empty where none is near."""
    import difflib

    return next(iter(difflib.get_close_matches(wrong, list(known), n=1)), "")


def _unreadable(error: UnreadableError, lang: str) -> str:
    text = error.text(lang)
    # a policy file tells all its faults at once, each on a line of its own
    if getattr(error, "problems", ()):
        return text
    return f"读不了：{text}" if lang == "zh" else f"cannot read: {text}"


def _unwritable(error: OSError, lang: str) -> str:
    where = error.filename or ""
    zh, en, remedy_zh, remedy_en = _SAID.get(_reason(error), ("", "", *_ELSEWHERE))
    if lang == "zh":
        return f"写不了：{where}（{zh or error.strerror or error}）。{remedy_zh}"
    return f"cannot write: {where} ({en or error.strerror or error}). {remedy_en}"


_ELSEWHERE = "请换一个文件夹，或检查权限和磁盘空间", "Take another folder, or check permissions and disk space"
_RIGHTS = "请换一个自己能写的文件夹", "Take a folder that you may write to"
_SAID = {
    errno.ENOENT: ("上级文件夹不存在或不能新建", "there is no folder above it", *_ELSEWHERE),
    errno.EACCES: ("没有权限", "no right to write there", *_RIGHTS),
    errno.EROFS: ("磁盘只读", "the disk is read only", *_RIGHTS),
    errno.ENOSPC: ("磁盘已满", "the disk is full", "请清理磁盘，或写到别的盘；没有留下写了一半的文件",
                   "Make room or take another disk; nothing half written was left"),
    errno.ENAMETOOLONG: ("名称太长", "the name is too long", "请用短一些的名称", "Take a shorter name"),
    errno.ENOTDIR: ("路径中有一段是文件", "a part of the path is a file", *_ELSEWHERE),
    errno.EEXIST: ("那里已有同名的文件", "a file of that name is there", "请换一个文件夹", "Take another folder"),
    errno.EISDIR: ("那是文件夹，不是文件", "it is a folder, not a file", "请给出文件名", "Give the name of a file"),
    errno.EBUSY: ("文件正被别的程序占用", "another program has it open", "请在 Word 或 WPS 里关掉它再试",
                  "Close it in Word or WPS and try again"),
}  # fmt: skip
"""What the system says: in words, and what to do."""
_SAME = {
    errno.EPERM: errno.EACCES,
    getattr(errno, "EDQUOT", -1): errno.ENOSPC,
    getattr(errno, "ETXTBSY", -2): errno.EBUSY,
}
_LOCKED = (32, 33)
"""Windows: another program has the file, or a part of it."""


def _reason(error: OSError) -> int:
    if getattr(error, "winerror", None) in _LOCKED:
        return errno.EBUSY
    code = error.errno or 0
    return _SAME.get(code, code)


def _end(message: str) -> None:
    click.echo(message, err=True)
    raise click.exceptions.Exit(2) from None
