"""Where the funding room keeps values that may name people."""

from collections.abc import Callable
from dataclasses import dataclass
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.deadlines.storage import chains_of
from kommunalhub.funding.deminimis.storage import register_of
from kommunalhub.funding.money.storage import books_of
from typing import Any


#: {kind of place: the trees of a book of money that it is kept in}
BOOK = {
    "drawdown": ("drawdowns", "backs"),
    "receipt": ("receipts",),
    "proof": ("proofs",),
    "thing": ("things",),
}
#: {kind of place: the attributes of an application that it is kept in}
APPLICATION = {
    "application": ("path", "early_log"),
    "document": ("checklist",),
    "notice": ("notices",),
    "order": ("pending",),
}


@dataclass(frozen=True)
class Place:
    """One value that may name people. kind: see titles.py; write: puts another in its place."""

    kind: str
    value: Any
    write: Callable


def places_of(case):
    """Yield the Places of the file of a case."""
    funding = funding_of(case)
    yield from _rows("plan", funding.plans)
    for application in funding.applications.values():
        for kind, names in APPLICATION.items():
            for name in names:
                yield _attribute(kind, application, name)
        yield from _rows("order", application.orders)
    yield from _rows("deadline", chains_of(case).entries)
    for book in books_of(case).values():
        for kind, names in BOOK.items():
            for name in names:
                yield from _rows(kind, getattr(book, name))
    yield from _record(case)


def places_of_ledger(ledger):
    """Yield the Places of the De-minimis ledger of an undertaking."""
    yield from _rows("aid", ledger.aids)


def places_of_register(register):
    """Yield the Places of what belongs to no single undertaking: mergers and splits."""
    yield _attribute("succession", register, "successions")


def register():
    """Return the De-minimis register."""
    return register_of()


def _rows(kind, tree):
    for key, row in list(tree.items()):
        yield Place(kind, row, lambda value, key=key: tree.__setitem__(key, value))


def _attribute(kind, thing, name):
    return Place(kind, getattr(thing, name), lambda value: setattr(thing, name, value))


def _record(case):
    """Yield the entries of the record of a consultation, which are kept as pairs."""
    tree = case._record
    for key, pairs in list(tree.items()) if tree is not None else ():
        yield Place(
            "record",
            dict(pairs),
            lambda value, key=key: tree.__setitem__(key, tuple(sorted(value.items()))),
        )
