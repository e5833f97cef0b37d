"""The page of one programme: terms, where they come from, whether there is still time."""

from html import escape
from kommunalhub import _
from kommunalhub.approvals.answers.facts import fact_rows
from kommunalhub.approvals.answers.facts import Html
from kommunalhub.approvals.answers.facts import may_read
from kommunalhub.approvals.answers.facts import paragraphs
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.badges import badge_of
from kommunalhub.funding import rules
from kommunalhub.funding.doors import AskLink
from kommunalhub.funding.interfaces import IFundingProgramme
from kommunalhub.funding.programmes.deadlines import calls_of
from kommunalhub.funding.programmes.deadlines import standing_of
from kommunalhub.funding.programmes.deadlines import today
from kommunalhub.security.userids.book import full_name
from plone import api
from plone.protect.authenticator import createToken
from Products.Five import BrowserView


#: What stands together on the page and in a comparison.
GROUPS = (
    (
        _("heading_who", default="Who and what for"),
        ("funder", "contact_point", "kinds", "topics", "eligible", "areas"),
    ),
    (
        _("heading_money", default="Money"),
        (
            *("financing", "rate", "own_share", "third_party", "min_amount", "max_amount"),
            *("threshold", "threshold_on", "eligible_costs"),
        ),
    ),
    (
        _("heading_terms", default="Terms"),
        (
            *("deadline_kind", "valid_from", "valid_until", "period_text", "earmark_years"),
            *("early_start", "preliminary_orders", "cumulable", "state_aid", "ancillary"),
        ),
    ),
    (
        _("heading_source", default="Guideline and source"),
        ("legal_basis", "guideline_url", "guideline_file", "source_url", "checked_on"),
    ),
)


def years(number):
    if number == 1:
        return _("one_year", default="1 year")
    return _("years", default="${n} years", mapping={"n": number})


def web(address):
    return Html(f'<a href="{escape(address)}" rel="noopener">{escape(address)}</a>')


FORMATS = {
    "rate": formatting.percent,
    "own_share": formatting.percent,
    "earmark_years": years,
    "guideline_url": web,
    "source_url": web,
    "contact_point": paragraphs,
    "eligible_costs": paragraphs,
}


class ProgrammeView(AskLink, BrowserView):
    """What the catalogue knows of a programme, for everybody."""

    def facts(self):
        """Return [(heading, rows)] for the template."""
        shown = [
            (heading, fact_rows(self.context, self.request, IFundingProgramme, names, FORMATS))
            for heading, names in self.groups()
        ]
        return [group for group in shown if group[1]]

    def groups(self):
        """Return the groups; what a limit is about goes with the limit."""
        without = () if self.context.threshold is not None else ("threshold_on",)
        return [
            (heading, [name for name in names if name not in without]) for heading, names in GROUPS
        ]

    def deadline(self):
        return standing_of(self.context)

    def calls(self):
        """Return the calls as dicts, the next to close first, what is over last."""
        day, decisive = today(), self.deadline()["call"]
        found = [
            {
                "opens": formatting.day(call.opens) if call.opens else None,
                "closes": formatting.day(call.closes),
                "pot": formatting.money(call.pot) if call.pot is not None else None,
                "remark": call.remark,
                "is_over": call.closes < day,
                "is_next": call == decisive and call.closes >= day,
            }
            for call in calls_of(self.context)
        ]
        found.sort(key=lambda row: row["is_over"])
        return found if self.context.calls else []

    def documents(self):
        return list(self.context.checklist or ())

    def is_stale(self):
        return rules.is_stale(self.context.checked_on, today())

    def checked_on(self):
        return formatting.day(self.context.checked_on)

    def checked_by(self):
        """Return the name of who checked it last, for those who are signed in."""
        userid = self.context.checked_by
        if not userid or not may_read(self.context, IFundingProgramme, "checked_by"):
            return None
        return full_name(userid)

    def details(self):
        rich = self.context.details
        return rich.output_relative_to(self.context) if rich is not None else ""

    def ask_url(self):
        return f"{super().ask_url()}?programme={self.context.UID()}"

    def may_edit(self):
        return asking.may("Modify portal content", self.context)

    def report_url(self):
        """Return where a reported programme is left out, None for all others and other people."""
        waits = self.context.reported is not None and self.may_edit()
        if waits and api.content.get_state(self.context) == "draft":
            return f"{self.context.absolute_url()}/@@meldung-ablehnen"
        return None

    def token(self):
        return createToken()

    def state(self):
        """Return the title of the state, None for what is public."""
        return badge_of(self.context.portal_type, api.content.get_state(self.context))
