"""From when on something may be ordered (Maßnahmenbeginn), as pure functions.

An order counts as the beginning of the project from the day on which it binds, also one signed
„unter Vorbehalt der Förderung“. Of several applications for one project the strictest counts.

>>> early = Permit(1, "Ortskern", (Span(date(2026, 9, 1), date(2026, 12, 31), "early"),))
>>> [judge("works", day, [early]) for day in (date(2026, 9, 1), date(2026, 12, 31))]
[(), ()]
>>> [finding.code for finding in judge("works", date(2027, 1, 1), [early])]
['expired']
>>> from dataclasses import replace
>>> judge("planning", date(2026, 1, 1), [replace(early, lets=frozenset({"planning"}))])
()
"""

from dataclasses import dataclass
from datetime import date
from kommunalhub.funding.applications import rules


#: States in which nothing more is expected of a funder, so that nothing can be lost.
OUT = (rules.WITHDRAWN, rules.DENIED)


@dataclass(frozen=True)
class Span:
    """Days on which may be ordered; first and last count, None for last: no end.

    why: "notice", "early" (an approved early start), "programme" (it allows it from filing on).
    """

    since: date
    until: date | None = None
    why: str = "notice"

    def holds(self, day):
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Permit:
    """What one application says about the beginning.

    lets: kinds of orders that the programme lets through at any time; without: why there are no
    spans, "waiting", "refused" or "withdrawn"; source: where the rule stands.
    """

    application: int
    title: str
    spans: tuple = ()
    lets: frozenset = frozenset()
    without: str = "waiting"
    source: str = ""


@dataclass(frozen=True)
class Finding:
    """Why an order is stopped: by which application.

    code: "waiting", "refused", "withdrawn" (nothing is permitted), "before" (since: from when),
    "expired" (until: the last day on which it was permitted).
    """

    application: int
    title: str
    code: str
    since: date | None = None
    until: date | None = None
    source: str = ""


def permit_of(application, lets=frozenset(), early="", source=""):
    """Return the Permit of an application, None where it has no say any more.

    application: with number, programme_title, state, filed_on, early_start, notices; early: what
    the programme says of an early start: "yes", "on_request", "no" or "".
    """
    if application.state in OUT:
        return None
    known = application.early_start["state"]
    return Permit(
        application.number,
        application.programme_title,
        tuple(sorted(_spans(application, early), key=lambda span: span.since)),
        frozenset(lets),
        known if known in ("refused", "withdrawn") else "waiting",
        source,
    )


def _spans(application, early):
    valid = [notice for notice in rules.in_force(application.notices) if notice["amount"]]
    if valid:
        yield Span(min(first_day(notice) for notice in valid))
    start = application.early_start
    if start["state"] == "approved" and start["decided_on"] is not None:
        yield Span(start["decided_on"], start["valid_until"], "early")
    if early == "yes" and application.filed_on is not None:
        yield Span(application.filed_on, None, "programme")


def first_day(notice):
    """Return the day on which a notice lets begin: when it was known, not before its own day."""
    return max(notice["day"], notice["known_on"] or notice["day"])


def permitted_begin(permits):
    """Return the first day on which anything may be ordered, None while there is none."""
    days = [min((span.since for span in permit.spans), default=None) for permit in permits]
    return None if not days or None in days else max(days)


def judge(kind, day, permits):
    """Return the Findings against an order of a kind on a day; nothing where it may be."""
    found = (finding(permit, day) for permit in permits if kind not in permit.lets)
    return tuple(one for one in found if one is not None)


def finding(permit, day):
    """Return what stands against an order on a day, or None."""
    if any(span.holds(day) for span in permit.spans):
        return None
    said = {"application": permit.application, "title": permit.title, "source": permit.source}
    if not permit.spans:
        return Finding(code=permit.without, **said)
    later = min((span.since for span in permit.spans if span.since > day), default=None)
    ended = max((span.until for span in permit.spans if span.since <= day), default=None)
    return Finding(code="before" if ended is None else "expired", since=later, until=ended, **said)


def are_two(asked, confirmed) -> bool:
    """Return whether somebody else confirms: sets of those who act, or in whose place they do."""
    return bool(asked) and bool(confirmed) and not set(asked) & set(confirmed)
