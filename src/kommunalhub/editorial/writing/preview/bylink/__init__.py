"""A draft shown to somebody without an account, by a signed link: this page and nothing else."""
