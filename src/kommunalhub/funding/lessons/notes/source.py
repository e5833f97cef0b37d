"""What a case gives to an experience note, and what is known that must not come into it."""

from datetime import datetime
from functools import cached_property
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core.language import in_site_language
from kommunalhub.core.persons import name_of
from kommunalhub.core.titles import state_title
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import thing_of
from kommunalhub.funding.applications.rules import FINAL
from kommunalhub.funding.applications.rules import GRANTED
from kommunalhub.funding.applications.rules import PARTLY_GRANTED
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.deadlines.operations import met_of
from kommunalhub.funding.deadlines.terms import PERIOD
from kommunalhub.funding.interfaces import IFundingConsultation
from kommunalhub.funding.lessons.notes import rules
from kommunalhub.funding.lessons.notes import said
from kommunalhub.funding.lessons.notes.interfaces import IPrivate
from kommunalhub.funding.results.part import funders_of
from kommunalhub.funding.results.rules import outcome_of as known_outcome
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import short_title_of
from zope.interface import implementer


#: Steps whose comments say what held a case up.
HELD_UP = ("return", "ask", "reject")
CASE = "FundingConsultation"


class Source:
    """A case, read for an experience note. Nothing here asks what who asks may see."""

    def __init__(self, case):
        self.case = case

    @cached_property
    def applications(self):
        return list(funding_of(self.case).applications.values())

    @cached_property
    def journal(self):
        return list(IJournal(self.case))

    @cached_property
    def steps(self):
        """[(state, moment it began)] of the way that the case took."""
        return [
            (entry["to"], datetime.fromisoformat(entry["when"]))
            for entry in self.journal
            if entry["to"] and entry["kind"] in ("created", "transition")
        ]

    @cached_property
    def outcome(self):
        """What came of it, None while the case goes on."""
        return rules.outcome_of(
            state_of(self.case),
            [self.stand_of(one) for one in self.applications],
            known_outcome([state for state, _moment in self.steps]),
        )

    def stand_of(self, application):
        """Return the state of an application; one whose statement of use is settled is final."""
        is_granted = application.state in (GRANTED, PARTLY_GRANTED)
        return FINAL if is_granted and is_settled(self.case, application) else application.state

    @cached_property
    def private(self):
        case = self.case
        userids = {case.Creator(), *(entry["actor"] for entry in self.journal)} - {None, ""}
        names = {name_of(userid) for userid in userids}
        names |= {case.contact_name, *(entry["author"] for entry in case.protocol)}
        numbers = {getattr(case, "case_number", None)}
        numbers |= {case.contact_email, case.contact_phone}
        for application in self.applications:
            numbers.add(application.reference)
            numbers |= {notice.get("reference") for notice in application.notices}
        return private_of(names - {None}, numbers - {None})

    @cached_property
    def texts(self):
        """{field: what the case says of it}, as it stands there."""
        case = self.case
        comments = [
            entry["comment"]
            for entry in self.journal
            if entry.get("action") in HELD_UP and entry.get("comment")
        ]
        found = {
            "title": case.title,
            "project": "\n\n".join(filter(None, (case.description, case.goal))),
            "delayed": "\n".join(comments),
            "helped": case.recommendation,
        }
        return {name: text.strip() for name, text in found.items() if text and text.strip()}

    @cached_property
    def values(self):
        """{field: value} to begin with."""
        words = said.words()
        cleaned = {
            name: rules.without(text, self.private, words)[: limit(name)]
            for name, text in self.texts.items()
        }
        case, application = self.case, self.decisive
        cost, granted = case.total_cost, case.granted_amount
        targets = [relation.to_object for relation in case.programmes or ()]
        programmes = [target.UID() for target in targets if target is not None]
        programme = application.programme if application else (programmes or [None])[0]
        funders = funders_of(case)
        return cleaned | {
            "applicant": self.applicant(),
            "topics": set(case.topics or ()),
            "programme": programme,
            "programme_title": application.programme_title
            if application and not programme
            else None,
            "funder": funder_of(programme) or (funders[0] if len(funders) == 1 else None),
            "outcome": self.outcome,
            "cost": rules.rounded(cost),
            "granted": rules.rounded(granted),
            "rate": rules.share(granted, cost),
            "course": self.course(),
        }

    @property
    def decisive(self):
        """The last application, or None."""
        return self.applications[-1] if self.applications else None

    def applicant(self):
        partners = [get_partner(partner) for partner in partner_ids()]
        own = get_partner(self.case.partner) if self.case.partner in partner_ids() else None
        tells = own is not None and rules.tells_kind(own.kind, [one.kind for one in partners])
        return in_site_language(said.KINDS.get(own.kind, said.SOMEBODY) if tells else said.SOMEBODY)

    def course(self):
        """Return a line for each state: its name and how long it was, roughly."""
        return "\n".join(
            f"{in_site_language(state_title(CASE, state))}: "
            f"{in_site_language(said.length(*rules.roughly(days)))}"
            for state, days in rules.spans_of_time(self.steps)
        )


def is_settled(case, application):
    """Return whether the funder accepted the use of the money and nothing is owed any more."""
    return PERIOD in met_of(case, application)


def limit(name):
    return 150 if name == "title" else 5000


def private_of(names=(), numbers=()):
    """Return the rules.Private of some names and numbers, and of all administrations."""
    partners = [(partner, get_partner(partner)) for partner in partner_ids()]
    places = {text for id_, one in partners for text in (one.title, short_title_of(id_))}
    known = {text for _id, one in partners for text in (one.email, one.phone, one.address)}
    return rules.Private(sorted(names), sorted(places), sorted({*numbers, *known} - {None, ""}))


def funder_of(programme):
    """Return the token of the funder of a programme, None where it is not known."""
    brains = catalog()(portal_type="FundingProgramme", UID=programme) if programme else ()
    return next(((brain.funding_facts or {}).get("funder") for brain in brains), None)


@implementer(IPrivate)
class PrivateOf:
    """Whose case it is, by a note, a case, or a form that holds either as `case`."""

    def of(self, context):
        case = case_behind(context)
        return Source(case).private if case is not None else private_of()


def case_behind(context):
    """Return the case that something is about, whoever asks; None where there is none."""
    if IFundingConsultation.providedBy(context):
        return context
    if hasattr(context, "case"):
        return context.case
    return thing_of(getattr(context, "case_uid", None), portal_type=CASE)
