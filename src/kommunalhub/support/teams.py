"""In which administrations colleagues see what others of them have reported, and since when."""

from datetime import date
from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.partners.membership import partners_of
from plone import api


SETTING = "kommunalhub.support_teams"


def open_since():
    """Return {partner: date} of the administrations whose rule lets colleagues see tickets."""
    return {
        partner: date.fromisoformat(since)
        for partner, since in (registry.read(SETTING) or {}).items()
    }


def mine():
    """Return the same of those that who asks works for."""
    own = partners_of()
    return {partner: since for partner, since in open_since().items() if partner in own}


def let(partners):
    """Let colleagues see tickets in these administrations and in no other.

    Those reported from today on: who has reported something before was told otherwise.
    """
    known = registry.read(SETTING) or {}
    today = formatting.to_local(formatting.now()).date().isoformat()
    kept = {partner: known.get(partner, today) for partner in sorted(partners)}
    api.portal.set_registry_record(SETTING, kept)
