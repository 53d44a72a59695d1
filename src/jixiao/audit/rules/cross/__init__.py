"""XD: across documents."""
