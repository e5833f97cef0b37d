"""The verbs: draw up an agreement, accept it, change the wording for later ones."""

from kommunalhub import _
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import NotPossible
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.rules import Denied
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.coworking import places
from kommunalhub.coworking import settings
from kommunalhub.coworking.agreement import facts
from kommunalhub.coworking.agreement import paper
from kommunalhub.coworking.agreement import storage
from kommunalhub.coworking.agreement.storage import Agreement
from kommunalhub.coworking.agreement.storage import agreement_of
from plone import api
from plone.namedfile.file import NamedBlobFile


PDF = "application/pdf"
#: The most that a wording may have, in characters.
LONGEST = 20_000
ACCEPTED = "accepted"
NOT_YOURS = _("error_agreement_not_yours", default="The applicant accepts the agreement.")
NONE_THERE = _("error_agreement_none", default="There is no agreement to accept.")


def draw_up(case):
    """Make and keep the agreement of an application that is approved just now."""
    found = facts.facts_of(case, formatting.now())
    data = paper.pdf_bytes(found)
    storage.keep(case, Agreement(found, NamedBlobFile(data, contentType=PDF)))


def accept(case):
    """Note that who acts, the applicant, accepts the agreement; twice is harmless.

    Raises NotAllowed for anybody else, NotPossible where there is nothing to accept.
    """
    agreement = agreement_of(case)
    if agreement is None:
        raise NotPossible(NONE_THERE)
    me = current_actor().userid
    if me != case.Creator():
        raise NotAllowed(NOT_YOURS, Denied(NOT_YOURS, ("owner",)))
    if agreement.accepted is not None:
        return
    now = formatting.now()
    agreement.accepted = {"when": now.isoformat(), "by": me}
    IJournal(case).append(entries.AGREEMENT, me, action=entries.ACCEPTED)
    case.reindexObject(idxs=["modified"])


def state_of(case):
    """Return "open" or "accepted", None where none was drawn up."""
    agreement = agreement_of(case)
    if agreement is None:
        return None
    return ACCEPTED if agreement.accepted is not None else places.OPEN


def present():
    """Return the number of the present wording; 0 while nobody has changed the first one."""
    return max(storage.wordings_of(api.portal.get()), default=0)


def reword(text, house_rules, accept_first):
    """Set the wording of later agreements; those drawn up stay as they are."""
    portal = api.portal.get()
    settings.set_agreement(text, house_rules, accept_first)
    known = storage.wordings_of(portal)
    last = known[max(known)] if known else None
    if last is not None and (last["text"], last["rules"]) == (text, house_rules):
        return
    wording = {
        "text": text,
        "rules": house_rules,
        "when": formatting.now().isoformat(),
        "by": asking.userid() or "",
    }
    storage.keep_wording(portal, wording)
