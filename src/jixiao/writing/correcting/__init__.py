"""The parts of correcting: what is changed and asked (``records``), what follows (``follow``), what stays open
(``ask``).
"""
