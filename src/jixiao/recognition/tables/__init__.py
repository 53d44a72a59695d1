"""Tables in general: rows, header trees, columns, and which cell belongs to which column. Nothing here knows a form."""
