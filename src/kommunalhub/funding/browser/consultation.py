"""The page of a consultation, and the small form for the record."""

from AccessControl import getSecurityManager
from datetime import date
from functools import cached_property
from html import escape
from kommunalhub import _
from kommunalhub.approvals.browser.case import CaseView
from kommunalhub.approvals.browser.facts import Html
from kommunalhub.approvals.browser.facts import paragraphs
from kommunalhub.approvals.cases import current_actor
from kommunalhub.approvals.operations import tokens_for
from kommunalhub.core import formatting
from kommunalhub.funding import operations
from kommunalhub.funding import rules
from kommunalhub.funding import workflow
from kommunalhub.funding.browser.nextsteps import NEXT_STEPS
from kommunalhub.funding.browser.programmes import deadline_of
from kommunalhub.funding.interfaces import IFundingConsultation
from kommunalhub.funding.interfaces.consultation import ADVICE
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from zope.component import getMultiAdapter
from zope.i18n import translate


class ConsultationView(CaseView):
    """The one page of a consultation."""

    record = ViewPageTemplateFile("templates/record.pt")
    # Set by `@@add-protocol-entry` when it shows the page again.
    entry_text = ""
    entry_date = ""
    entry_problem = None

    def facts(self):
        show = self._show
        groups = [
            (_("heading_next_step", default="Your next step"), self._next_step()),
            (
                _("heading_project", default="Project"),
                show(
                    "goal",
                    "topics",
                    "start_date",
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
            (_("heading_advice", default="Advice"), show(*ADVICE)),
        ]
        return [group for group in groups if group[1]]

    def extra_sections(self):
        if not self.may_read_advice():
            return []
        if not self.entries() and not self.may_add_entry():
            return []
        return [(_("heading_record", default="Record of the consultation"), self.record())]

    @cached_property
    def is_my_turn(self):
        """A consultant's turn it is too when something must be written before the next step."""
        mine = set(tokens_for(current_actor(), self.case.portal_type)).intersection(self.awaited)
        return super().is_my_turn or (bool(mine) and self.may_add_entry())

    def _next_step(self):
        """Return [(label, value)] for what a consultant has to write now, with the way there."""
        if not self.may_add_entry():
            return []
        step = NEXT_STEPS.get(self.case.state)
        if step is None or all(self.case.extra.get(name) for name in step.until):
            return []
        link = escape(translate(step.verb, context=self.request))
        url = escape(f"{self.context.absolute_url()}/edit#fieldset-advice")
        text = escape(translate(step.text, context=self.request))
        return [(step.title, Html(f'{text}<br /><a class="btn go" href="{url}">{link}</a>'))]

    # The record.

    def may_read_advice(self):
        return api.user.has_permission(workflow.VIEW_ADVICE, obj=self.context)

    def may_add_entry(self):
        return api.user.has_permission(workflow.ADVISE, obj=self.context)

    def entries(self):
        """Return the entries of the record as [{iso, day, author, text}], oldest first."""
        return [
            {
                "iso": entry["date"],
                "day": formatting.day(date.fromisoformat(entry["date"])),
                "author": entry["author"],
                "text": paragraphs(entry["text"]),
            }
            for entry in self.context.protocol or ()
        ]

    def today(self):
        return formatting.to_local(formatting.now()).date().isoformat()

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
        deadline = deadline_of(programme.deadline_kind, programme.deadline)
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


class AddProtocolEntry(BrowserView):
    """POST text and date: adds to the record, or shows the page again with what is wrong."""

    def __call__(self):
        PostOnly(self.request)
        CheckAuthenticator(self.request)
        form = self.request.form
        text, day = str(form.get("text", "")), str(form.get("date", ""))
        try:
            operations.add_protocol_entry(self.context, text, day)
        except operations.BadEntry as problem:
            return self._again(text, day, problem)
        IStatusMessage(self.request).addStatusMessage(
            _("record_entry_added", default="The entry is in the record."), "info"
        )
        return self.request.response.redirect(f"{self.context.absolute_url()}#beratungsprotokoll")

    def _again(self, text, day, problem):
        page = getMultiAdapter((self.context, self.request), name="view")
        page.entry_text, page.entry_date, page.entry_problem = text, day, problem
        return page()
