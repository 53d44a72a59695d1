"""FM: form and format."""
