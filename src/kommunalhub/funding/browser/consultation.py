"""The page of a consultation."""

from AccessControl import getSecurityManager
from functools import cached_property
from html import escape
from kommunalhub import _
from kommunalhub.approvals.answers.facts import Html
from kommunalhub.approvals.answers.facts import paragraphs
from kommunalhub.approvals.browser.case import CaseView
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.lists.queries import tokens_for
from kommunalhub.core import formatting
from kommunalhub.funding import rules
from kommunalhub.funding import workflow
from kommunalhub.funding.applications.parts import case_sections
from kommunalhub.funding.applications.permissions import SHOWN
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.browser.advice import told_by_applications
from kommunalhub.funding.browser.nextsteps import next_step_of
from kommunalhub.funding.browser.record import Record
from kommunalhub.funding.interfaces import IFundingConsultation
from kommunalhub.funding.interfaces.consultation import ADVICE
from kommunalhub.funding.programmes.deadlines import standing_of
from zope.component import getMultiAdapter
from zope.i18n import translate


BEFORE_RECOMMENDATION = (
    workflow.DRAFT,
    workflow.SUBMITTED,
    workflow.RETURNED,
    workflow.RELEASED,
    workflow.IN_CONSULTATION,
)
#: As long as nothing is applied for, programmes are looked for.
BEFORE_FILING = (*BEFORE_RECOMMENDATION, workflow.RECOMMENDED)
ADVICE_FORMS = {
    "empfehlung": _("heading_recommendation", default="Recommendation"),
    "ergebnis": _("heading_outcome", default="Outcome"),
    "fristen": _("heading_deadlines", default="Deadlines"),
}


class ConsultationView(Record, CaseView):
    """The one page of a consultation."""

    def facts(self):
        show = self._show
        groups = [
            (
                _("heading_project", default="Project"),
                show(
                    "goal",
                    "topics",
                    "start_date",
                    "council_date",
                    "programmes",
                    start_date=self._start,
                    programmes=self._programmes,
                ),
            ),
            (
                _("heading_costs", default="Costs"),
                show("total_cost", "own_funds", "other_funds", own_funds=self._with_share)
                + self._gap(),
            ),
            (
                _("heading_contact", default="Contact person"),
                show(
                    "contact_name",
                    "contact_email",
                    "contact_phone",
                    contact_email=_mail,
                    contact_phone=_phone,
                ),
            ),
            (_("heading_advice", default="Advice"), show(*self._advice()) + self._forms()),
        ]
        return [group for group in groups if group[1]]

    def extra_sections(self):
        sections = []
        if self.case.state in BEFORE_FILING:
            first = getMultiAdapter((self.context, self.request), name="first-matches")
            sections.append((_("heading_matches", default="Programmes that fit"), first()))
        if self.may_read_advice() and (self.entries() or self.may_add_entry()):
            title = _("heading_record", default="Record of the consultation")
            sections.append((title, self.record()))
        if self.case.state in SHOWN:
            found = case_sections(self.context, self.request)
            sections.extend(
                (part["title"], f'<span id="{part["id"]}"></span>{part["html"]}') for part in found
            )
        return sections

    @cached_property
    def tasks(self):
        """What a consultant has to write before the next step, where the case waits for them."""
        mine = set(tokens_for(current_actor(), self.case.portal_type)).intersection(self.awaited)
        step = next_step_of(self.case.state, self.has_applications)
        if step is None or not mine or not self.may_add_entry():
            return []
        if all(self.case.extra.get(name) for name in step.until):
            return []
        url = f"{self.context.absolute_url()}{step.place}"
        return [{"text": step.text, "verb": step.verb, "url": url}]

    @property
    def has_applications(self):
        return bool(funding_of(self.context).applications)

    def first_sections(self):
        """The recommendation is what the applicant waits for, so it stands before the facts."""
        if not self.shows_recommendation:
            return []
        section = {
            "id": "empfehlung",
            "title": _("heading_recommendation", default="Recommendation"),
            "html": f"<p>{paragraphs(self.context.recommendation)}</p>",
        }
        return [section]

    @cached_property
    def shows_recommendation(self):
        """Whether the recommendation has arrived, and this person may read it."""
        given = self.case.state not in BEFORE_RECOMMENDATION
        return given and bool(self.context.recommendation) and self.may_read_advice()

    def _advice(self):
        """Return the fields of the advice that stand among the facts."""
        above = {"recommendation"} if self.shows_recommendation else set()
        return [name for name in ADVICE if name not in above]

    def _forms(self):
        """Return [(label, links)] to where the advice is written, for who may write it."""
        if not self.may_add_entry():
            return []
        url, told = escape(self.context.absolute_url()), told_by_applications(self.context)
        links = " · ".join(
            f'<a href="{url}/@@{view}">{escape(translate(title, context=self.request))}</a>'
            for view, title in ADVICE_FORMS.items()
            if view not in told
        )
        return [(_("label_write_advice", default="Write or change"), Html(links))]

    # How some values are shown.

    def _show(self, *names, **formats):
        return self.rows(IFundingConsultation, names, formats)

    def _start(self, day):
        hint = _("start_hint", default="order nothing before the notice")
        text = escape(translate(hint, context=self.request))
        return Html(f'{formatting.day(day)} <span class="muted">{text}</span>')

    def _programmes(self, relations):
        """Return links to the programmes, each with how its deadline stands."""
        may = getSecurityManager().checkPermission
        found = [relation.to_object for relation in relations]
        return Html(
            "<br />".join(
                self._programme(programme)
                for programme in found
                if programme is not None and may("View", programme)
            )
        )

    def _programme(self, programme):
        deadline = standing_of(programme)
        return (
            f'<a href="{escape(programme.absolute_url())}">{escape(programme.Title())}</a> '
            f'<span class="tag {deadline["look"]}">'
            f"{escape(translate(deadline['text'], context=self.request))}</span>"
        )

    def _with_share(self, amount):
        share = rules.share_of(amount, self.context.total_cost)
        shown = formatting.money(amount)
        return shown if share is None else f"{shown} ({formatting.percent(share)})"

    def _gap(self):
        case = self.context
        gap = rules.funding_gap(case.total_cost, case.own_funds, case.other_funds)
        if not gap:
            return []
        return [(_("label_gap", default="Still to be funded"), formatting.money(gap))]


def _mail(address):
    return Html(f'<a href="mailto:{escape(address)}">{escape(address)}</a>')


def _phone(number):
    digits = "".join(sign for sign in number if sign.isdigit() or sign == "+")
    return Html(f'<a href="tel:{digits}">{escape(number)}</a>')
