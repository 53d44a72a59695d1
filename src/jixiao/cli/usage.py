"""What is wrong with a call, for people who do not read the library's English: an error enters, a Chinese line with
the remedy leaves.
"""

from __future__ import annotations

import re

_KINDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), told)
    for pattern, told in (
        (r"No such command '(.*?)'.*[Dd]id you mean '(.*?)'.*", "没有“{0}”这个命令，是不是 {1}？"),
        (r"No such command '(.*?)'.*", "没有“{0}”这个命令。"),
        (r"No such option:? '?(-[^\s']*?)'?\.? .*?(--[\w-]+).*", "没有“{0}”这个选项，是不是 {1}？"),
        (r"No such option:? '?(-[^\s']*).*", "没有“{0}”这个选项。"),
        (r"Missing argument '(.*?)'.*", "少写了{0}。"),
        (r"Missing (?:option|parameter) '(.*?)'.*", "少写了选项 {0}。"),
        (r"Invalid value for '(.*?)'.* (?:is not|not) one of (.*?)\.?", "{0} 的值不对，只能写 {1}。"),
        (r"Invalid value for '(.*?)'.*valid integer.*", "{0} 应写整数，例如 2025。"),
        (r"Invalid value for '(.*?)'.*range (\d+)<=x<=(\d+).*", "{0} 应在 {1} 和 {2} 之间。"),
        (r"Invalid value for '(.*?)'.*range x>=?(\d+).*", "{0} 不能小于 {1}。"),
        (r"Invalid value for '(.*?)'.*", "{0} 的值不对。"),
        (r"(?:Option )?'?(--?[\w-]+)'? .*requires? an argument.*", "选项 {0} 后面要写值。"),
        (r"Got unexpected extra argument(?:s|\(s\))? \((.*?)\).*", "多写了“{0}”；名称里有空格时请加引号。"),
    )
)
_UNKNOWN = "命令写得不对。"
_ARGUMENTS = {
    "paths": "文件或文件夹，例如 jixiao check 报告.docx",
    "file": "文件和名称，例如 jixiao explain 报告.docx 办案费",
    "what": "指标或项目的名称（或问题编号），例如 jixiao explain 报告.docx 办案费",
    "folder": "文件夹，例如 jixiao new 卷宗 --unit 某局 --year 2025",
}


def is_known(error: Exception) -> bool:
    """Whether :func:`remedy` says all that the library says."""
    return _told(_said(error)) != _UNKNOWN


def remedy(error: Exception) -> str:
    """One line: what is wrong, and where the usage stands."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "jixiao"
    return f"{_told(_said(error))}用法见 {command} --help"


def _said(error: Exception) -> str:
    return str(error.format_message() if hasattr(error, "format_message") else error)


def _told(said: str) -> str:
    for pattern, told in _KINDS:
        match = pattern.fullmatch(said)
        if match:
            parts = (_ARGUMENTS.get(part.strip("{}[].").lower(), part) for part in match.groups())
            return told.format(*(part.replace("', '", "、").strip("'") for part in parts))
    return _UNKNOWN
