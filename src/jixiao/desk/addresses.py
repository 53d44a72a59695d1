"""Addresses and places of one case, remembered: pointers of a dossier enter; stable addresses, places in the file, and
places as a person finds them leave.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jixiao.forms.whereabouts import Found, found
from jixiao.model import Case, locate
from jixiao.model.pointer import resolve, stable


class Addresses:
    """Pointers of one case as stable addresses with their places."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._known: dict[str, str] = {}
        self._found: dict[str, Found] = {}

    def stable(self, pointer: str) -> str:
        """The address by ids; a pointer that leads nowhere stays as it is."""
        if pointer not in self._known:
            try:
                self._known[pointer] = stable(self.case.dossier, pointer)
            except (LookupError, ValueError):
                self._known[pointer] = pointer
        return self._known[pointer]

    def all(self, pointers: Sequence[str]) -> list[str]:
        """Several addresses."""
        return [self.stable(pointer) for pointer in pointers]

    def item(self, pointer: str) -> Any:
        """What stands at a pointer; ``None`` where it leads nowhere."""
        try:
            return resolve(self.case.dossier, pointer)
        except (LookupError, ValueError):
            return None

    def where(self, pointer: str) -> dict[str, Any] | None:
        """The place in the file, where there is one."""
        position = locate(self.case.trace, pointer)
        return position.as_json() if position else None

    def found(self, pointer: str) -> Found:
        """The place as a person finds it, taken apart."""
        if pointer not in self._found:
            self._found[pointer] = found(self.case, pointer)
        return self._found[pointer]

    def place(self, pointer: str) -> dict[str, Any]:
        """The place as a person finds it."""
        return self.found(pointer).message().as_json()
