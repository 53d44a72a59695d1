"""jixiao (绩效): budget performance management for public bodies.

A file or a folder enters as a document or a dossier; scores with their derivations, findings with their basis, and
official documents leave. The floors are described in ``docs/architecture.md``.
"""

__version__ = "0.1.0"
