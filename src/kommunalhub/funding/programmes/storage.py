"""What the library keeps beside the programmes: in one Book on the folder of programmes."""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.tools import site
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.funding.programmes"


class Book(Persistent):
    """told: {UID: ISO day of the check that consultants were told has grown old}.

    reports: {number: Report}; runs: {number: Run of an import}.
    """

    def __init__(self):
        self.told = OOBTree()
        self.reports = IOBTree()
        self.runs = IOBTree()


def folder_of_programmes():
    """Return the folder of programmes, None where the site has none."""
    section = site().get("foerderung")
    return section.get("programme") if section is not None else None


def book():
    """Return the Book to read, None while nothing was written."""
    folder = folder_of_programmes()
    return IAnnotations(folder).get(KEY) if folder is not None else None


def ensured_book():
    return ensured_on(folder_of_programmes(), KEY, Book)
