"""What notices ask others in this folder without importing them."""

from zope.interface import Attribute
from zope.interface import Interface


class ILastLook(Interface):
    """Utility: a mail about found things just before it is sent."""

    def __call__(portal, letter):
        """Return the outbox.Letter as it is right now, None if there is nothing left to tell."""


class IFindSource(Interface):
    """Named utility: what looks for things for people, and what is said of its finds.

    Whoever has found something calls `finds.tell`. Texts are translatable messages.
    """

    title = Attribute("What a notice is headed with.")
    why = Attribute("Why the person hears of it, as a sentence.")
    why_many = Attribute("The same for several of them.")
    gone = Attribute("Sentence for finds of which the person may see none any more.")
    page = Attribute("Path, from the site, of the page where it is paused and deleted.")
    to_page = Attribute("Words of the link there.")

    def path(address):
        """Return the path, from the site, of the page that shows the finds."""

    def subject(titles):
        """Return the subject of a mail about finds, by the titles of what found them."""

    def count_text(count, title):
        """Return a sentence: so many finds of what bears this title."""

    def is_wanted(portal, userid, id):
        """Return whether the person still wants to hear of what this one finds."""

    def reasons(portal, id, uids):
        """Return {uid: [why it was found]}, in the language of the site; may leave out some."""
