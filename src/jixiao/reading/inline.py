"""The text of one Word paragraph: its element in, text and the text boxes anchored in it out.

Kept: runs, tabs, breaks, symbols, field results, insertions, what hyperlinks, content controls and smart tags enclose,
formulas as a line. Dropped: deletions and what was moved away, hidden and crossed-out text, field codes, prompts of
content controls that nobody filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from . import limits
from .containers import ALTERNATE, SDT, TRANSPARENT, chosen, control
from .containers import SDT_CONTENT as SDT_CONTENT
from .notes import Notes
from .package import W
from .styles import VAL, Styles, on, struck

_MATH = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)
_INLINE = TRANSPARENT | {W + name for name in ("hyperlink", "fldSimple", "dir", "bdo", "ruby", "rubyBase")}
_TRACKED, _DROPPED = frozenset({W + "ins", W + "moveTo"}), frozenset({W + "del", W + "moveFrom"})
_R, _T, _R_PR = W + "r", W + "t", W + "rPr"
_VANISH, _R_STYLE = W + "vanish", W + "rStyle"
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
_BOX, _OBJECT = W + "txbxContent", W + "object"
_PICTURES = frozenset(
    {"{http://schemas.openxmlformats.org/drawingml/2006/main}blip", "{urn:schemas-microsoft-com:vml}imagedata"}
)
_PAGE_BREAK = "\f"
"""Stands for a page or column break until the paragraph is complete: only one between two texts is a line break."""

_UNKNOWN_SIGN = "\ufffd"
_SYMBOL = dict(zip("\xa3\xb3\xb1\xb4\xb8\xb9\xbb\xb0\xa5\x3c\x3e\x3d\x25\x2b\x2d", "≤≥±×÷≠≈°∞<>=%+−", strict=True))
_WINGDINGS = dict(zip("\xfc\xfb\xfe\xfd\x6f\xa8\xa1\x6c", "✓✗☑☒□□○●", strict=True))
_WINGDINGS_2 = dict(zip("\x50\x4f\x52\x54\xa3\x2a\x99", "✓✗☑☒□□○", strict=True))
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


class Inlines:
    """Reads paragraphs one after the other; a field may reach over several of them.

    What was met and not read goes into ``notes``. ``styles`` are needed only where they cross text out; then
    :meth:`begin` must be told the style of each paragraph. ``runs``, where a list is given, takes (number of text
    pieces before the run, run) for every run that is read. ``boxes`` are the text boxes met since it was last emptied.
    """

    def __init__(self, notes: Notes, styles: Styles | None, runs: list[tuple[int, etree._Element]] | None) -> None:
        self._notes = notes
        self._styles = styles
        self._of_paragraph = False  # whether the style of the paragraph crosses text out
        self.boxes: list[etree._Element] = []
        self._runs = runs
        self._in_code: list[bool] = []  # for each open field: are we still before its result?

    def begin(self, style: str) -> None:
        """A paragraph of the style with that id starts; without an id it has the default one."""
        if self._styles is not None:
            self._of_paragraph = bool(self._styles.get(style or self._styles.default).struck)

    def collect(self, parent: Iterable[etree._Element], pieces: list[str]) -> None:
        """Add the text pieces below a paragraph or inline container to ``pieces``; :func:`joined` makes the text."""
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child, pieces)
            elif tag in _INLINE:
                if tag in _TRACKED:
                    self._notes.count["tracked"] += 1
                self.collect(child, pieces)
            elif tag == SDT:
                self.collect(control(child), pieces)
            elif tag == ALTERNATE:
                self.collect(chosen(child), pieces)
            elif tag in _MATHS:
                pieces.append(_formula(child))
            elif tag in _DROPPED:
                self._notes.count["tracked"] += 1

    def end(self) -> None:
        """The paragraph is over: a field code that never came to a result must not swallow the rest of the file."""
        if self._in_code and any(self._in_code):
            self._in_code.clear()

    def _run(self, run: etree._Element, pieces: list[str]) -> None:
        if self._runs is not None:
            self._runs.append((len(pieces), run))
        kept = pieces
        if self._styles is not None and self._crossed_by_style(""):
            pieces = []
        for child in run:
            tag = child.tag
            if tag == _T:
                if child.text and not (self._in_code and any(self._in_code[:-1])):
                    pieces.append(child.text)
            elif tag == _R_PR:
                if any(on(mark) for mark in child.iterchildren(_VANISH)):
                    return
                pieces = [] if self._crossed(child) else kept
            elif tag in _SIGNS:
                pieces.append(_SIGNS[tag])
            elif tag in _RARE:
                _RARE[tag](self, child, pieces)
        if pieces is not kept and any(piece.strip() for piece in pieces):
            self._notes.struck = True

    def _crossed(self, look: etree._Element) -> bool:
        """Whether the text of a run with these properties is crossed out: by its own word, else by its styles."""
        own = struck(look)
        if own is not None or self._styles is None:
            return bool(own)
        named = look.find(_R_STYLE)
        return self._crossed_by_style("" if named is None else named.get(VAL, ""))

    def _crossed_by_style(self, of_run: str) -> bool:
        """The default holds, else the styles of paragraph and run undo each other (ECMA-376 part 1, 17.7.3)."""
        assert self._styles is not None
        return self._styles.struck_by_default or self._of_paragraph is not bool(self._styles.get(of_run).struck)

    def _break(self, element: etree._Element, pieces: list[str]) -> None:
        pieces.append("\n" if element.get(W + "type", "textWrapping") == "textWrapping" else _PAGE_BREAK)

    def _symbol(self, element: etree._Element, pieces: list[str]) -> None:
        """A sign named by font and code; symbol fonts have theirs at F000–F0FF (ECMA-376 part 1, 17.3.3.30)."""
        try:
            code = int(element.get(W + "char", ""), 16)
        except ValueError:
            code = 0
        signs = _FONTS.get(element.get(W + "font", "").lower())
        if signs is not None or 0xF000 <= code <= 0xF0FF:
            sign = (signs or {}).get(chr(code & 0xFF), "")
        else:
            sign = chr(code) if 0x20 <= code < 0xD800 or 0xF900 <= code <= 0x10FFFF else ""
        if not sign:
            self._notes.count["symbol"] += 1
        pieces.append(sign or _UNKNOWN_SIGN)

    def _field(self, element: etree._Element, _: list[str]) -> None:
        match element.get(W + "fldCharType"):
            case "begin":
                self._in_code.append(True)
            case "separate" if self._in_code:
                self._in_code[-1] = False
            case "end" if self._in_code:
                self._in_code.pop()

    def _note(self, element: etree._Element, _: list[str]) -> None:
        self._notes.count[etree.QName(element).localname] += 1

    def _drawing(self, element: etree._Element, _: list[str], depth: int = 0) -> None:
        """Text boxes are collected, pictures and embedded objects counted."""
        if depth > limits.NESTING:
            return
        if element.tag == _OBJECT:
            self._notes.count["object"] += 1
        for child in chosen(element) if element.tag == ALTERNATE else element:
            if child.tag == _BOX:
                self.boxes.append(child)
            elif child.tag in _PICTURES:
                self._notes.count["picture"] += 1
            else:
                self._drawing(child, _, depth + 1)

    def _enclosed(self, element: etree._Element, pieces: list[str]) -> None:
        """``w:ruby`` and inline alternatives inside a run: their own runs."""
        self._drawing(element, pieces)
        self.collect(chosen(element) if element.tag == ALTERNATE else element, pieces)


_RARE: dict[str, Callable[[Inlines, etree._Element, list[str]], None]] = {
    W + "br": Inlines._break,
    W + "sym": Inlines._symbol,
    W + "fldChar": Inlines._field,
    W + "footnoteReference": Inlines._note,
    W + "endnoteReference": Inlines._note,
    W + "drawing": Inlines._drawing,
    W + "pict": Inlines._drawing,
    W + "object": Inlines._drawing,
    W + "ruby": Inlines._enclosed,
    ALTERNATE: Inlines._enclosed,
}
_MATHS = frozenset(name + tag for name in _MATH for tag in ("oMath", "oMathPara"))


def joined(pieces: list[str]) -> str:
    """The text of a paragraph from its pieces."""
    text = "".join(pieces)
    return text.strip(_PAGE_BREAK).replace(_PAGE_BREAK, "\n") if _PAGE_BREAK in text else text


def _formula(element: etree._Element) -> str:
    """A formula on one line: fractions with a slash, everything else in reading order."""

    def walk(node: etree._Element) -> Iterator[str]:
        name = str(node.tag).rpartition("}")[2]
        if name == "t":
            yield node.text or ""
        elif name == "den":
            yield "/"
        for child in node:
            yield from walk(child)

    return "".join(walk(element))
