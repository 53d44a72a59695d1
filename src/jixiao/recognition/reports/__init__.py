"""Narrative reports: title, tree of headings, attachments, signature; and tables that lost their cells, kept out."""

from .find import find_reports, is_title

__all__ = ["find_reports", "is_title"]
