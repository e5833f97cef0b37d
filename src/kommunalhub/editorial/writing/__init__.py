"""How pages are written: what one begins from, and what one sees before others do."""
