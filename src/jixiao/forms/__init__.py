"""The official forms as data: labels, layouts, outlines of reports, an empty dossier, and figures bound into prose."""
