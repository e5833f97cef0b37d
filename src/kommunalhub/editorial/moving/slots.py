"""What administrations say in the slots of shared pages: beside the contents of an export."""

from datetime import UTC
from kommunalhub.core import formatting
from kommunalhub.editorial.shared import operations
from kommunalhub.editorial.shared import rules
from kommunalhub.editorial.shared import storage
from kommunalhub.partners.membership import partner_ids


def told_with(page):
    """Return {partner: [{when, values, mark}]} of what was said in a page, by time, as plain data.

    {} where nobody has said anything.
    """
    found = {
        partner: [
            {"when": one.when.isoformat(), "values": dict(one.values), "mark": one.mark}
            for one in storage.entries_of(page, partner)
        ]
        for partner in partner_ids()
    }
    return {partner: entries for partner, entries in found.items() if entries}


def say(page, told):
    """Let what administrations of this site said elsewhere stand in a page that has just come.

    told: as an export has it, whatever that may be: what is none of ours is left out.
    """
    told = told if isinstance(told, dict) else {}
    now, found = formatting.now().astimezone(UTC), {}
    for partner in partner_ids():
        rows = rules.told(told.get(partner), now)
        if rows:
            found[partner] = tuple(storage.Entry(*row) for row in rows)
    operations.bring(page, found)
