"""What may go wrong with an earlier version."""


class VersionError(Exception):
    """Something cannot be done with a version; args[0] is a translatable sentence."""

    status = 403


class NoVersion(VersionError):
    """There is no version of this number."""

    status = 404


class NotRestorable(VersionError):
    """This person does not change the page now, neither at once nor by a copy."""
