"""What a source, a place or a target that will not do has in common."""


class MovingRefused(ValueError):
    """Nothing is moved at all; args[0] says why, as a translatable sentence."""
