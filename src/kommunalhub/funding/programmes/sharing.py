"""How a note on a funding programme looks to other hubs: its terms, and where they were read."""

from html import escape
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.shareable import facts_of
from kommunalhub.core.shareable import IShareable
from kommunalhub.core.tools import site
from kommunalhub.funding import workflow
from kommunalhub.funding.interfaces import IFundingProgramme
from kommunalhub.funding.programmes.deadlines import calls_of
from kommunalhub.lib.exchange import markup
from kommunalhub.lib.exchange.cards import Content
from kommunalhub.notices.address import link_to
from zope.interface import implementer


#: Neither who is asked there nor who compared it here.
FACTS = (
    *("funder", "kinds", "topics", "eligible", "areas", "financing", "rate", "own_share"),
    *("min_amount", "max_amount", "deadline_kind", "valid_from", "valid_until", "period_text"),
    *("early_start", "cumulable", "state_aid", "legal_basis", "guideline_url", "source_url"),
    "checked_on",
)
FORMATS = {"rate": formatting.percent, "own_share": formatting.percent}


@implementer(IShareable)
class SharedProgramme:
    """What the catalogue says of it; another hub checks the source before it relies on it."""

    kind = "programme"
    states = workflow.PROGRAMMES.released

    def fits(self, thing):
        return True

    def content(self, thing):
        facts = facts_of(thing, IFundingProgramme, FACTS, FORMATS)
        closing = ", ".join(formatting.day(call.closes) for call in calls_of(thing))
        if closing:
            facts += ((in_site_language(IFundingProgramme["deadline"].title), closing),)
        return Content(
            kind=self.kind,
            title=thing.Title(),
            url=link_to(site(), thing),
            changed=thing.modified().asdatetime(),
            summary=thing.Description(),
            html=told(thing),
            facts=facts,
        )


def told(thing):
    """Return the HTML of the texts of a programme, "" without any."""
    costs = markup.paragraphs(thing.eligible_costs)
    if costs:
        title = in_site_language(IFundingProgramme["eligible_costs"].title)
        costs = f"<h2>{escape(title)}</h2>{costs}"
    return costs + (thing.details.raw if thing.details is not None else "")
