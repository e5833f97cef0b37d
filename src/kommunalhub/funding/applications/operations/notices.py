"""Notices of the funder (Bescheide): recorded once, replaced by later ones, never changed."""

from kommunalhub import _
from kommunalhub.core.money import read_typed
from kommunalhub.funding.applications import rules
from kommunalhub.funding.applications.events import NoticeRecorded
from kommunalhub.funding.applications.operations.writing import changed
from kommunalhub.funding.applications.operations.writing import entry
from kommunalhub.funding.applications.operations.writing import touch
from kommunalhub.funding.applications.storage import application_of
from kommunalhub.funding.applications.typed import Reading
from zope.event import notify


MOST = 50


def record_notice(case, number, values, read_number=read_typed):
    """Record a notice of an application and return it.

    values: as notice_in reads them; replaces: number of the notice that it takes the place of.
    """
    application = application_of(case, number)
    read = Reading(values, read_number)
    notice = notice_in(read, application)
    if not rules.takes_notice(application.state):
        message = _(
            "error_notice_early", default="The application has not been filed: there is no notice."
        )
        read.wrong("kind", message)
    read.done()
    touch(case, application)
    application.notices += (notice,)
    state = rules.state_after(application.notices, application.amount)
    day = max(notice["day"], application.path[-1]["day"])
    application.path += (entry(state, day, notice["reference"]),)
    application.state = state
    notify(NoticeRecorded(case, application, notice))
    changed(case, application)
    return notice


def notice_in(read, application):
    """Return the notice that was typed, with its number; what is wrong is kept in `read`."""
    known = {notice["number"] for notice in application.notices}
    replaces = read.whole("replaces", 1, MOST)
    if replaces is not None and replaces not in known:
        read.wrong("replaces", _("error_choice", default="Please choose one of the list."))
    kind = read.choice("kind", rules.NOTICE_KINDS)
    notice = {
        "number": len(application.notices) + 1,
        "kind": kind,
        "replaces": replaces,
        "day": read.day("day", required=True, past=True),
        "reference": read.text("reference", 100),
        "delivery": read.choice("delivery", rules.DELIVERIES),
        "fiction_days": read.whole("fiction_days", 0, 30),
        "fiction_norm": read.text("fiction_norm", 300),
        "known_on": read.day("known_on", past=True),
        "portal_fetched_on": read.day("portal_fetched_on", past=True),
        "instruction_right": read.flag("instruction_right"),
        "waived_on": read.day("waived_on", past=True),
        "amount": read.amount("amount"),
        "eligible_cost": read.amount("eligible_cost"),
        "rate": read.amount("rate"),
        "financing": read.choice("financing", rules.FINANCING, required=False),
        "period_from": read.day("period_from"),
        "period_to": read.day("period_to"),
        "drawdown_by": read.day("drawdown_by"),
        "needs_final": read.flag("needs_final"),
        "interim": _days(read),
        "proof": _proof(read),
        "receipts_years": read.whole("receipts_years", 0, 50),
        "earmark_years": read.whole("earmark_years", 0, 50),
        "earmark_from": read.day("earmark_from"),
        "conditions": (),
    }
    if kind == "denial":
        notice["amount"] = rules.ZERO
    elif notice["amount"] is None:
        message = _("error_notice_amount", default="Please write how much was granted.")
        read.wrong("amount", message)
    return notice


def _days(read):
    found = read.value("interim") or ()
    if isinstance(found, str):
        found = found.replace(",", " ").split()
    return tuple(Reading({"interim": day}).day("interim") for day in list(found)[:20] if day)


def _proof(read):
    """Return {"fixed": date}, {"months": n} after the period, or None."""
    fixed, months = read.day("proof_fixed"), read.whole("proof_months", 0, 60)
    if fixed is not None:
        return {"fixed": fixed}
    return {"months": months} if months is not None else None
