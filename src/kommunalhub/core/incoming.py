"""Mails that are handed to the hub: who takes them, named by what knows nothing of it."""

from zope.interface import Interface


class IIncomingMail(Interface):
    """Utility: takes mails for the part of the hub that is written to."""

    def __call__(portal, path):
        """Take the mail in a file, once however often it comes; return a line on what became of it.

        Commits. Raises what keeps it from being taken now.
        """
