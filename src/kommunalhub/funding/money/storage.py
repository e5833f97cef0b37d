"""Where the money of a case is kept: a book for each application, in an annotation of the case.

Whoever writes calls `applications.operations.touch` in the same transaction: of two who draw at
once, or of one who draws while another records a notice, one is tried again and sees the other.
"""

from BTrees.IOBTree import IOBTree
from kommunalhub.core.ensuring import ensured_in
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.funding.money.drawdowns.rules import Drawdown
from kommunalhub.funding.money.drawdowns.rules import Payment
from kommunalhub.funding.money.inventory.rules import Thing
from kommunalhub.funding.money.proof.rules import Spent
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.funding.money"


class Book(Persistent):
    """What happened to the money of one application; all trees: {number: plain values}.

    Dicts are replaced as a whole, never changed.
    """

    def __init__(self):
        self.drawdowns = IOBTree()
        self.backs = IOBTree()
        self.receipts = IOBTree()
        self.proofs = IOBTree()
        self.things = IOBTree()

    def drawn(self):
        """Return all Drawdowns, in the order of their numbers."""
        return [
            Drawdown(
                row["number"],
                row["asked_on"],
                row["asked"],
                row["received_on"],
                row["received"],
                row["dropped"] is not None,
            )
            for row in self.drawdowns.values()
        ]

    def paid_back(self):
        """Return the Payments to the funder, without interest."""
        return [Payment(row["day"], row["amount"]) for row in self.backs.values()]

    def payments(self):
        """Return the Payments that count towards the grant."""
        return [Payment(row["paid_on"], row["eligible"]) for row in self.receipts.values()]

    def spent(self):
        """Return what the receipts say for the proof."""
        return [Spent(row["item"], row["gross"], row["eligible"]) for row in self.receipts.values()]

    def earmarked(self):
        """Return all Things."""
        return [thing_of(row) for row in self.things.values()]


def thing_of(row):
    """Return the Thing in the plain values of a row."""
    return Thing(
        row["number"],
        row["title"],
        row["bought_on"],
        row["price"],
        row["until"],
        row["disposed"] and row["disposed"]["day"],
    )


def next_number(tree):
    """Return the number of the next row of a tree; none is given twice."""
    return tree.maxKey() + 1 if tree else 1


def books_of(case):
    """Return {number of an application: Book} of a case; empty where nothing was entered yet."""
    return IAnnotations(case).get(KEY) or {}


def book_of(case, number):
    """Return the Book of an application; an empty one, not kept, where nothing was entered yet."""
    found = books_of(case).get(number)
    return found if found is not None else Book()


def ensured_book(case, number):
    """Return the Book of an application, made if it is missing."""
    return ensured_in(ensured_on(case, KEY, IOBTree), number, Book)
