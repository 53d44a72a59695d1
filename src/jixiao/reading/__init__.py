"""Files to documents: a path in, paragraphs and tables with merged cells resolved out. One module per format."""

from .file import read_document

__all__ = ["read_document"]
