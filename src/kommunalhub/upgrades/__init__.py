"""The way from released versions to this one: a module for each, and where classes moved to."""

from kommunalhub.upgrades import moved  # noqa: F401
