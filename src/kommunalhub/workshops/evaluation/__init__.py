"""How it was: what people say after a workshop, which nobody can tell was said by whom."""
