"""What is kept of the links of a page, on the page; written by operations alone."""

from BTrees.OOBTree import OOBTree
from datetime import datetime
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.editorial.writing.preview.bylink.rules import Link
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.preview_links"


def links_of(page):
    """Return the Links of a page, the newest first; reads only."""
    rows = (IAnnotations(page, None) or {}).get(KEY) or {}
    found = [_link(number, row) for number, row in rows.items()]
    return sorted(found, key=lambda one: one.made, reverse=True)


def link_of(page, number):
    """Return the Link of a number, or None."""
    row = ((IAnnotations(page, None) or {}).get(KEY) or {}).get(number)
    return None if row is None else _link(number, row)


def put(page, link):
    ensured_on(page, KEY, OOBTree)[link.number] = {
        "whom": link.whom,
        "made": link.made.isoformat(),
        "until": link.until.isoformat(),
    }


def remove(page, number):
    IAnnotations(page)[KEY].pop(number, None)


def _link(number, row):
    made, until = (datetime.fromisoformat(row[name]) for name in ("made", "until"))
    return Link(number, row["whom"], made, until)
