"""De-minimis aid that a notice grants: the ledger is asked, and written, with the notice.

What a notice grants was granted by the funder, but it may not exceed the ceiling: such a notice is
refused as a whole, with the rule, at its amount. A changed notice that grants more grants the
difference on its own day; one that grants less lessens the aid on the day on which it arose.
"""

from decimal import Decimal
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.tools import site
from kommunalhub.funding.applications.typed import REQUIRED
from kommunalhub.funding.applications.typed import Wrong
from kommunalhub.funding.deminimis import operations as ledger
from kommunalhub.funding.deminimis import said
from kommunalhub.funding.deminimis.figures import regulation_titles


#: The field of a notice at which a message of the ledger stands.
FIELDS = {"regulation": "aid_regulation"}


def may_keep():
    """Return whether who asks sees the ledger, and so says which undertaking an aid is for."""
    return asking.may(ledger.PERMISSION, site())


def aid_in(read, application):
    """Return what was typed of the aid of a notice: {aid_regulation, undertaking}, None for none.

    Who does not see the ledger leaves the undertaking as it was said before.
    """
    regulation = read.choice("aid_regulation", regulation_titles(), required=False)
    undertaking = read.whole("undertaking", 1, 10**9)
    if undertaking is None:
        undertaking = application.undertaking
    elif undertaking != application.undertaking and not (
        may_keep() and ledger.is_known(undertaking)
    ):
        read.wrong("undertaking", _("error_choice", default="Please choose one of the list."))
    if regulation is not None and undertaking is None:
        if may_keep():
            read.wrong("undertaking", REQUIRED)
        else:
            message = _(
                "error_aid_undertaking",
                default="Which undertaking gets the aid is entered by the funding advice of the "
                "hub. Please leave this notice to them.",
            )
            read.wrong("aid_regulation", message)
    if regulation is None:
        undertaking = None
    return {"aid_regulation": regulation, "undertaking": undertaking}


def grant(case, application, notice, old):
    """Write into the ledger what a notice grants, and return {aids: ((undertaking, aid), …)}.

    old: the notice that it replaces, or None. Raises Wrong, and then nothing is written.
    """
    known = tuple((old or {}).get("aids") or ())
    amount = notice["amount"] if notice["aid_regulation"] else Decimal(0)
    if not amount:
        release(known, _reason(notice))
        return {"aids": ()}
    rows = [ledger.ledger_of(number).aids[aid] for number, aid in known]
    if not _goes_on(notice, old):
        more = _enter(case, application, notice, notice["day"], amount, instead_of=known)
        return {"aids": (more,)}
    had = sum((row["amount"] for row in rows), Decimal(0))
    if amount > had:
        more = _enter(case, application, notice, notice["day"], amount - had)
        return {"aids": (*known, more)}
    return {"aids": _lessen(case, application, notice, rows, had - amount)}


def release(aids, reason):
    """Let aids of notices count no more; what somebody took back already stays so."""
    for number, aid in aids:
        if not ledger.ledger_of(number).aids[aid]["taken_back"]:
            ledger.void(number, aid, reason)


def release_all(application, reason):
    """Let all aid of an application count no more: it was withdrawn."""
    for notice in application.notices:
        release(notice.get("aids") or (), reason)


def _goes_on(notice, old):
    """Return whether the aid of the replaced notice is the same aid: not of another undertaking."""
    if old is None or old.get("aid_regulation") != notice["aid_regulation"]:
        return False
    followers = ledger.followers(old["undertaking"], notice["day"])
    same = {old["undertaking"], *(one.number for one in followers)}
    return notice["undertaking"] in same


def _lessen(case, application, notice, rows, less):
    """Take so much off aids, the latest first; return those that are left."""
    left = []
    for row in reversed(rows):
        key = (row["undertaking"], row["number"])
        if less >= row["amount"]:
            less -= row["amount"]
            release([key], _reason(notice))
            continue
        if less:
            rest = row["amount"] - less
            less = Decimal(0)
            changed = notice | {"undertaking": row["undertaking"]}
            key = _enter(case, application, changed, row["day"], rest, [key], is_checked=False)
        left.append(key)
    return tuple(reversed(left))


def _enter(case, application, notice, day, amount, instead_of=(), is_checked=True):
    number = notice["undertaking"]
    values = {
        "day": day,
        "amount": amount,
        "regulation": notice["aid_regulation"],
        "authority": application.programme_title[:200],
        "purpose": case.Title()[:500],
        "declared": True,
    }
    origin = {"case": case.UID(), "application": application.number, "notice": notice["number"]}
    try:
        row = ledger.enter(
            number,
            ledger.read(values),
            is_checked=is_checked,
            origin=origin,
            instead_of=tuple(instead_of),
            reason=_reason(notice),
        )
    except ledger.TooMuch as refused:
        told = said.too_much if may_keep() else said.too_much_to_tell
        raise Wrong({"amount": told(refused.verdict)}) from refused
    except ledger.Wrong as wrong:
        errors = {FIELDS.get(name, name): text for name, text in wrong.errors.items()}
        raise Wrong(errors) from wrong
    application.undertaking = number
    return number, row["number"]


def _reason(notice):
    return f"Bescheid vom {notice['day']:%d.%m.%Y}"
