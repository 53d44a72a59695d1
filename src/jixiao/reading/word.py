"""Word files (.docx): bytes in, a document out, by one walk of our own over the XML.

What is read is the body as it prints: tracked changes accepted, alternatives taken once; crossed-out text counts as
deleted. Headers, footers, footnotes and comments are not read. These decisions hold for everybody who counts (the
reader, and :func:`places` for whoever writes into the file):

- Rows and cells are numbered as they stand after deletions and old horizontal merges: ``rows[i].number == i``.
- The text of a nested table stands in its own table only, not in the cell around it. But a nested table of one column
  is the text of its cell and no table: browsers and layouts make such.
- A text box in the body gives paragraphs and tables after its paragraph; in a cell its lines follow its paragraph.
- A paragraph whose mark was deleted continues in the next one, which gives level and label.
- A cell that continues a vertical merge has no text, as on paper. Where nothing above is merged it is an ordinary cell.
- Automatic numbers are labels of paragraphs outside tables; inside cells they are counted but not kept.
"""

from __future__ import annotations

from lxml import etree

from jixiao.model import UnreadableError

from . import messages as say
from .content import Content
from .looks import without_ids, without_looks
from .numbering import Numbering
from .package import Package, W
from .plain import can_be_shorter, with_plain_cells
from .styles import Styles
from .walk import Places, Spot, Walk

__all__ = ["Places", "Spot", "places", "read_word"]


def read_word(data: bytes, name: str) -> Content:
    """The content of a Word file. ``UnreadableError`` where it is broken, hostile, too large or no Word file."""
    package = Package(data, name)
    main, styles = package.bytes_of(package.main), Styles.of(package)
    package.check(main, package.main)
    if not styles.strikes and can_be_shorter(main):
        main = without_looks(with_plain_cells(without_ids(main), styles.numbered))
    root = package.parse(main, package.main)
    body = root.find(W + "body") if root.tag == W + "document" else None
    if body is None:
        raise UnreadableError(name, say.NO_BODY(), say.RESAVE(), package.main)
    return Walk(name, styles, Numbering(package, styles)).content(body)


def places(body: etree._Element, name: str, package: Package | None = None) -> Places:
    """The element of every paragraph and cell of a parsed body, counted by the same walk.

    Without its package, characters are miscounted in a paragraph where a style crosses out part of the text.
    """
    found = Places()
    styles = None if package is None else Styles.of(package)
    found.blocks = Walk(name, styles, None, found).content(body).blocks
    return found
