"""Where price lists are kept: on the folder whose spaces share a calendar, none ever changed."""

from dataclasses import asdict
from kommunalhub.booking.interfaces import ISpaceFolder
from kommunalhub.booking.prices.rules import PriceList
from kommunalhub.booking.prices.rules import Rate
from kommunalhub.core.ensuring import ensured_on
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.booking.prices"


class Lists(Persistent):
    """Rows of price lists in the order in which they were entered."""

    rows = ()


def folder_of(space):
    """Return the folder whose calendar a Space stands in, or None."""
    container = getattr(space, "__parent__", None)
    while container is not None and not ISpaceFolder.providedBy(container):
        container = getattr(container, "__parent__", None)
    return container


def lists_of(folder):
    """Return the PriceLists of a folder in the order in which they were entered."""
    kept = IAnnotations(folder).get(KEY) if folder is not None else None
    return [_read(row) for row in kept.rows] if kept is not None else []


def keep(folder, prices):
    """Keep one more PriceList."""
    rates = {key: asdict(rate) for key, rate in prices.rates.items()}
    ensured_on(folder, KEY, Lists).rows += ({**vars(prices), "rates": rates},)


def _read(row):
    return PriceList(**{**row, "rates": {key: Rate(**rate) for key, rate in row["rates"].items()}})
