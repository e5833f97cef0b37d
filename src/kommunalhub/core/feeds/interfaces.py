"""What an offer says of its private calendars."""

from zope.interface import Interface


class IFeed(Interface):
    """Named utility: what stands in one kind of private calendar."""

    def __call__(argument):
        """Return the text of the calendar, None where there is none (any more).

        Asked as the person to whom the address was given. argument: what it is about, as the offer
        has said when it was made.
        """
