"""Changes inside a file that somebody else made, and nothing beside them.

``archive`` puts parts into a package, ``markup`` puts pieces into the XML of a part, ``links`` makes parts known to
each other. What is not named stays byte for byte.
"""

from .archive import spliced
from .markup import Markup, prefix_for

__all__ = ["Markup", "prefix_for", "spliced"]
