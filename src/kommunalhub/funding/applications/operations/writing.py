"""What all verbs share: they bump the ledger, keep the summary of the case right, and tell."""

from decimal import Decimal
from kommunalhub.approvals.case.actor import SYSTEM
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.core import asking
from kommunalhub.core.persons import own_name
from kommunalhub.funding.applications import rules
from kommunalhub.funding.applications.events import ApplicationChanged
from kommunalhub.funding.applications.storage import ensured_funding
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.interfaces import IFundingConsultation
from zope.event import notify
from zope.i18n import translate
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


def touch(case, application=None):
    """Say that something of a case's funding is about to change.

    Two who do so at once conflict, and pages of the case are made anew.
    """
    ensured_funding(case).changes += 1
    if application is not None:
        application.changes += 1
    case.setModificationDate()
    case.reindexObject(idxs=["modified"])


def changed(case, application):
    """Write the summary of the case, and tell of a change of an application."""
    write_summary(case)
    notify(ApplicationChanged(case, application))


def note(case, action, comment):
    """Write into the journal of the case what was decided about its funding."""
    text = translate(comment, target_language="de") if comment else ""
    actor = asking.userid() or SYSTEM
    IJournal(case).append(entries.RECORD, actor, action=action, comment=text[: entries.MAX_COMMENT])


def entry(state, day, comment, **more):
    """Return one entry of a path: who did it is who is signed in."""
    by = asking.userid() or ""
    said = {"state": state, "day": day, "by": by, "name": own_name() if by else ""}
    return said | {"comment": comment} | more


def summary(case):
    """Return the fields of the case that follow from its applications, those that do alone."""
    applications = list(funding_of(case).applications.values())
    found = {}
    if any(one.filed_on for one in applications):
        found["applied_amount"] = _applied(applications)
    noticed = [one for one in applications if one.notices]
    if noticed:
        granted = sum((rules.granted(one.notices) for one in noticed), Decimal(0))
        found["granted_amount"] = granted
        days = [rules.decided_on(one.notices) for one in noticed if rules.granted(one.notices)]
        days = days or [rules.decided_on(one.notices) for one in noticed]
        found["decision_date"] = min(days)
    return found


def _applied(applications):
    """Return what is applied for; what was refused counts only where there is nothing else."""
    filed = [one for one in applications if one.filed_on and one.amount]
    counted = [one.amount for one in filed if one.state not in rules.NOT_COUNTED]
    if counted:
        return sum(counted, Decimal(0))
    return max((one.amount for one in filed if one.state == rules.DENIED), default=None)


def write_summary(case):
    """Keep the fields of the case that follow from its applications."""
    found = summary(case)
    fields = [name for name, value in found.items() if getattr(case, name) != value]
    for name in fields:
        setattr(case, name, found[name])
    if fields:
        notify(ObjectModifiedEvent(case, Attributes(IFundingConsultation, *fields)))
    else:
        case.reindexObject(idxs=["modified"])
