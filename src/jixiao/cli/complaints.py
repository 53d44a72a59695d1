"""How a command ends that cannot do what was asked: one short message, exit code 2, no traceback."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
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


def unknown_rule(wrong: str) -> MisuseError:
    """No rule has that code, prefix or name; the nearest name, or the family of the code, is told."""
    from jixiao.audit.declaration import index

    codes = [code for code, *_ in index().values()]
    near = nearest(wrong, [name for _, name, *_ in index().values()])
    # one code is as near to a mistyped one as the next: show the family instead of guessing
    family = next((code[:2] for code in codes if wrong.upper().startswith(code[:2])), "")
    which = f" {family}" if family and not near else ""
    return MisuseError(
        f"没有规则叫 {wrong}。" + (f"是不是 {near}？" if near else f"jixiao rules{which} 列出可用的规则。"),
        f"There is no rule {wrong}. "
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
    if lang == "zh":
        return f"写不了：{where}（{_because(error)}）。请换一个文件夹，或检查权限和磁盘空间"
    return f"cannot write: {where} ({error.strerror}). Take another folder, or check permissions and disk space"


def _because(error: OSError) -> str:
    """What the system says, in Chinese for the usual cases."""
    said = {
        errno.ENOENT: "上级文件夹不存在或不能新建",
        errno.EACCES: "没有权限",
        errno.EPERM: "没有权限",
        errno.EROFS: "磁盘只读",
        errno.ENOSPC: "磁盘已满",
        errno.ENAMETOOLONG: "名称太长",
        errno.ENOTDIR: "路径中有一段是文件",
    }
    return said.get(error.errno or 0, error.strerror or "")


def _end(message: str) -> None:
    click.echo(message, err=True)
    raise click.exceptions.Exit(2) from None
