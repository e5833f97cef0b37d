"""What is done with deadlines: follow an application, say that one is done, forget a case."""

from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.core import asking
from kommunalhub.core.persons import own_name
from kommunalhub.funding import workflow
from kommunalhub.funding.applications.interfaces import IMet
from kommunalhub.funding.applications.operations import touch
from kommunalhub.funding.applications.storage import application_of
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.applications.typed import Reading
from kommunalhub.funding.applications.typed import today
from kommunalhub.funding.applications.typed import Wrong
from kommunalhub.funding.deadlines import keeping
from kommunalhub.funding.deadlines import rules
from kommunalhub.funding.deadlines import terms
from kommunalhub.funding.deadlines.figures import figures
from kommunalhub.funding.deadlines.registering import register
from kommunalhub.funding.deadlines.storage import chains_of
from kommunalhub.funding.deadlines.storage import ensured_chains
from kommunalhub.funding.interfaces import IFundingConsultation
from zope.component import getAdapters
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


MAX_REMARK = 500
#: Fields of the case that follow from its deadlines.
FIELDS = {"drawdown_deadline": terms.DRAWDOWN, "proof_deadline": terms.PROOF}


def chain_of(case, application, kept):
    """Return the Deadlines of an application as it stands now. kept: its entries."""
    early, met = application.early_start, met_of(case, application)
    said = {key: entry["done"] for key, entry in kept.items() if is_said(entry)}
    handed_in = said.get(f"{terms.PROOF}.{first_grant(application)}")
    found = rules.chain(
        application.notices,
        figures(),
        early_start=early["valid_until"] if early["state"] == "approved" else None,
        clearance=application.clearance_until,
        objected=application.state == "objection",
        stopped=application.state == "withdrawn",
        proved=handed_in["day"] if handed_in else met.get(terms.PROOF),
        met=met,
        interims=interims_of(case, application),
        said={key: done["day"] for key, done in said.items()},
    )
    is_over = workflows.state_of(case) in workflow.OVER
    return rules.after_closing(found, said) if is_over else found


def is_said(entry):
    """Return whether a person reported an entry as done."""
    return entry["done"] is not None and entry["done"]["kept"]


def met_of(case, application):
    """Return {kind: day} of what other parts of the room know to be done."""
    found = {}
    for _name, part in getAdapters((case, application), IMet):
        found |= part.days()
    return found


def interims_of(case, application):
    """Return the days on which interim statements were handed in, as other parts know them."""
    parts = getAdapters((case, application), IMet)
    return sorted(day for _name, part in parts for day in part.interims())


def first_grant(application):
    """Return the number of the notice that a grant's deadlines are called by, or 0."""
    return next(iter(rules.materials(rules.standing(application.notices))), 0)


def follow(case, application):
    """Compute the chain of an application anew and keep it; days that moved stay visible."""
    chains = chains_of(case)
    kept = chains.of(application.number)
    new = keeping.merged(kept, chain_of(case, application, kept), today())
    if new == kept:
        return
    chains = ensured_chains(case)
    chains.titles = {**chains.titles, application.number: application.programme_title}
    _keep(case, chains, application.number, new)


def _keep(case, chains, number, new):
    for key, entry in new.items():
        if chains.entries.get((number, key)) != entry:
            register(case, chains, number, key, entry)
    _follow_fields(case, chains)


def _follow_fields(case, chains):
    """Let the fields of the case say the next drawdown and the next statement of use."""
    found = _fields_of(chains)
    moved = [name for name, day in found.items() if getattr(case, name) != day]
    for name in moved:
        setattr(case, name, found[name])
    if moved:
        notify(ObjectModifiedEvent(case, Attributes(IFundingConsultation, *moved)))


def given(case):
    """Return the names of the fields of a case that its deadlines say: nobody types them."""
    return _fields_of(chains_of(case)).keys()


def _fields_of(chains):
    found = {name: _next(chains, kind) for name, kind in FIELDS.items()}
    return {name: day for name, day in found.items() if day}


def _next(chains, kind):
    """Return the day of the first open deadline of a kind, else of the last one that is done."""
    entries = [one for one in chains.entries.values() if one["kind"] == kind and one["day"]]
    open_ = [one["day"] for one in entries if keeping.is_open(one)]
    done = [one["day"] for one in entries if one["done"] and not one["dropped"]]
    return min(open_, default=max(done, default=None))


def entries_of(case, number):
    """Return {key: entry} of one application of a case."""
    return chains_of(case).of(number)


def entry_of(case, number, key):
    """Return an entry of a case; raises KeyError."""
    return chains_of(case).entries[(number, key)]


def may_be_done(entry):
    """Return whether people can say of a deadline that it was met."""
    return not entry["dropped"] and keeping.is_asked_for(entry["kind"])


def mark_done(case, number, key, values):
    """Say when a deadline was met; values: day (today if it is missing), remark. Raises Wrong.

    Raises KeyError for an unknown one. Saying it twice changes nothing.
    """
    entry = entry_of(case, number, key)
    if not may_be_done(entry):
        message = _("error_deadline_not_asked", default="Nobody has to do anything for this date.")
        raise Wrong({"day": message})
    read = Reading(values)
    day = read.day("day", past=True) or today()
    remark = read.text("remark", MAX_REMARK, lines=True)
    read.done()
    done = entry["done"]
    if done and done["kept"] and (done["day"], done["remark"]) == (day, remark):
        return entry
    by = asking.userid() or ""
    name = own_name() if by else ""
    return _write(case, number, keeping.with_done(entry, day, remark, by, name))


def mark_undone(case, number, key):
    """Take back that a deadline was met; raises KeyError."""
    entry = entry_of(case, number, key)
    if not is_said(entry):
        return entry
    return _write(case, number, keeping.with_undone(entry))


def _write(case, number, entry):
    application = application_of(case, number)
    touch(case, application)
    chains = ensured_chains(case)
    kept = {**chains.of(number), entry["key"]: entry}
    _keep(case, chains, number, keeping.merged(kept, chain_of(case, application, kept), today()))
    return chains.entries[(number, entry["key"])]


def follow_all(case):
    """Compute the chains of all applications of a case anew."""
    for application in funding_of(case).applications.values():
        follow(case, application)
