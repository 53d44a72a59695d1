"""Document → dossier and trace: which table is which form, which cell is which field, which sentence claims which
figure.
"""

from .assemble import Recognised, recognise
from .claims import with_claims

__all__ = ["Recognised", "recognise", "with_claims"]
