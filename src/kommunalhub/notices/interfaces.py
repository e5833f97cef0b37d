"""What notices ask others in this folder without importing them."""

from zope.interface import Interface


class ILastLook(Interface):
    """Utility: a mail about found things just before it is sent."""

    def __call__(portal, letter):
        """Return the outbox.Letter as it is right now, None if there is nothing left to tell."""
