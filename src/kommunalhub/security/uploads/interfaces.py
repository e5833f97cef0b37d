"""The errors for what is not taken. Their names matter: Zope finds the status by them."""

from zExceptions import HTTPConflict
from zExceptions import HTTPRequestEntityTooLarge


class RequestEntityTooLarge(HTTPRequestEntityTooLarge):
    """413: more was sent than is taken; args[0] is a translatable sentence."""


class Conflict(HTTPConflict):
    """409: a part of an upload does not begin where the last one ended."""
