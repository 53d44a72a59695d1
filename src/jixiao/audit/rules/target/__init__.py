"""TG: target against actual against score."""
