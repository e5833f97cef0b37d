"""What is asked of a report: days, and what of the bookings in them."""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from kommunalhub import _
from kommunalhub.booking import rules as time_rules
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.membership import partner_ids


FIELDS = ("first", "last", "kind", "partner", "applicant")
#: Days that can be asked for at once.
LONGEST = 731
#: Days that calendars of computers and their zones can reckon with.
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 1, 1)
DAY_WRONG = _("error_substitution_day", default="Please write the day like 24.12.2026.")
ORDER = _(
    "error_report_days",
    default="The last day must not be before the first one, nor more than two years after it.",
)
UNKNOWN = _("error_report_unknown", default="There is no such choice.")


@dataclass(frozen=True)
class Asked:
    """What is asked for: local days, both counted; empty texts mean all."""

    first: date
    last: date
    kind: str = ""
    partner: str = ""
    applicant: str = ""

    @property
    def span(self):
        first = time_rules.local_moment(self.first, 0)
        return time_rules.Span(first, time_rules.local_moment(self.last, 1440))


def asked_in(form, today):
    """Return (Asked, {field: message}) of what a request sent; what is wrong is left out.

    Without days: from the month before last to today.
    """
    errors = {}
    first, last = (_day(form.get(name), name, errors) for name in ("first", "last"))
    first = first or (today.replace(day=1) - timedelta(days=40)).replace(day=1)
    last = last or max(today, first)
    if not first <= last < first + timedelta(days=LONGEST):
        errors["last"] = ORDER
        last = min(max(first, last), first + timedelta(days=LONGEST - 1))
    known = {
        "kind": titles_of("kommunalhub.space_kinds"),
        "partner": partner_ids(),
        "applicant": titles_of("kommunalhub.coworking_applicant_kinds"),
    }
    chosen = {}
    for name, titles in known.items():
        value = form.get(name) or ""
        if isinstance(value, str) and (not value or value in titles):
            chosen[name] = value
        else:
            errors[name] = UNKNOWN
    return Asked(first, last, **chosen), errors


def _day(text, name, errors):
    if text in (None, ""):
        return None
    try:
        day = date.fromisoformat(text)
    except (TypeError, ValueError):
        day = LATEST
    if EARLIEST <= day < LATEST:
        return day
    errors[name] = DAY_WRONG
    return None
