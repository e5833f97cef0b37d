"""The way from released versions to this one."""
