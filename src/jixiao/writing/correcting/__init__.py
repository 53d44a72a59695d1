"""The parts of correcting: what is changed and asked (``records``), what follows (``follow``), how it is printed
(``manner``), what stays open (``ask``).
"""
