"""What somebody asks of the deadlines: read from an address, by pages and over REST alike."""

from datetime import date
from kommunalhub.core import formatting
from kommunalhub.funding.deadlines.listing import Asked
from kommunalhub.funding.deadlines.listing import OPEN
from kommunalhub.funding.deadlines.listing import STATES
from kommunalhub.funding.deadlines.terms import KINDS
from kommunalhub.partners.membership import partner_ids


def today():
    return formatting.to_local(formatting.now()).date()


def asked_in(form):
    """Return (Asked, names of what makes no sense). form: {name: text} of an address."""
    wrong = []

    def one_of(name, known, default=""):
        found = _text(form, name)
        if found and found not in known:
            wrong.append(name)
            return default
        return found or default

    def day(name):
        found = _text(form, name)
        try:
            return date.fromisoformat(found) if found else None
        except ValueError:
            wrong.append(name)
            return None

    asked = Asked(
        state=one_of("state", STATES, OPEN),
        partner=one_of("partner", partner_ids()),
        kind=one_of("kind", KINDS),
        first=day("first"),
        last=day("last"),
    )
    return asked, wrong


def query_of(asked):
    """Return the (name, value) pairs that ask for the same."""
    found = {
        "state": "" if asked.state == OPEN else asked.state,
        "partner": asked.partner,
        "kind": asked.kind,
        "first": asked.first.isoformat() if asked.first else "",
        "last": asked.last.isoformat() if asked.last else "",
    }
    return [(name, value) for name, value in found.items() if value]


def _text(form, name):
    value = form.get(name)
    return value if isinstance(value, str) else ""
