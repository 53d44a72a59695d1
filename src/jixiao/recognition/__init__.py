"""Document → dossier and trace: which table is which form, which cell is which field, which sentence claims which figure."""

from .assemble import Recognised, recognise

__all__ = ["Recognised", "recognise"]
