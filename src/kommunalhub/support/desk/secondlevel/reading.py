"""What lists know of tickets with the second level, and what the second level may see of them."""

from kommunalhub.core.kept import kept
from kommunalhub.core.tools import catalog
from kommunalhub.support import workflow
from kommunalhub.support.desk.secondlevel import rules


def known_of(ticket):
    """Return what `case_extra` keeps of it; the title is the one that was handed over."""
    hand = kept(ticket, "handed_on")
    if hand is None or not hand.stands:
        return {}
    parcel = hand.parcels[-1] if hand.parcels else None
    return {
        "second": {
            "stands": hand.stands,
            "out": hand.out,
            "title": parcel.title if parcel else "",
            "since": parcel.when if parcel else None,
        }
    }


def with_second_level():
    """Return [{uid, number, title, since, answered}] of what is handed over, the oldest first.

    For who works there: they may see no ticket, so nothing but what was handed over is told.
    """
    found = catalog().unrestrictedSearchResults(
        portal_type=workflow.TYPE, review_state=workflow.OPEN
    )
    rows = [
        {
            "uid": brain.UID,
            "number": brain.case_number,
            "title": known["title"],
            "since": known["since"],
            "answered": known["stands"] == rules.BACK,
        }
        for brain in found
        if (known := (brain.case_extra or {}).get("second")) and known["out"]
    ]
    return sorted(rows, key=lambda row: row["since"])
