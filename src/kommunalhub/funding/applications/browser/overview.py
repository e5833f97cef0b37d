"""What is to do next with an application, its facts, and the way it went."""

from html import escape
from kommunalhub import _
from kommunalhub.approvals.answers.facts import Html
from kommunalhub.approvals.answers.facts import paragraphs
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.funding.applications import rules
from kommunalhub.funding.applications import said
from kommunalhub.funding.applications import titles
from kommunalhub.funding.applications.interfaces import IApplicationPart
from kommunalhub.funding.applications.operations.programmes import programme_of
from kommunalhub.funding.applications.permissions import may_keep
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate
from zope.interface import implementer


@implementer(IApplicationPart)
class ApplicationPart(BrowserView):
    """What the parts of applications share."""

    order = 10
    id = ""
    title = ""

    def __init__(self, context, request, application):
        super().__init__(context, request)
        self.application = application

    @property
    def base(self):
        return self.context.absolute_url()

    def may_keep(self):
        return may_keep(self.context)


class Overview(ApplicationPart):
    """What is to do next, and what is known."""

    order = 10
    id = "stand"
    title = _("heading_application_overview", default="What is to do next")
    html = ViewPageTemplateFile("templates/overview.pt")

    def next_steps(self):
        return said.next_steps(self.context, self.application)

    def acts(self):
        """Return [{title, url, primary}] of what can be done."""
        one, number = self.application, self.application.number
        found = []
        if rules.by_hand(one.state):
            found.append(("antrag-schritt", _("action_application_step", default="Note a step")))
        if one.state not in (rules.WITHDRAWN, rules.FINAL, rules.DENIED):
            found.append(("vorzeitiger-beginn", _("action_early_start", default="Early start")))
        found.append(("antrag-aendern", _("action_change_facts", default="Change it")))
        return [
            {"url": f"{self.base}/@@{view}/{number}", "title": title, "primary": not at}
            for at, (view, title) in enumerate(found)
        ]

    def facts(self):
        """Return [(label, text or Html)]."""
        one = self.application
        cleared = said.clearance(one)
        rows = [
            (_("label_application_programme", default="Programme"), self.programme()),
            (_("label_application_amount", default="Applied for"), formatting.money(one.amount)),
            (
                _("label_granted_amount", default="Granted"),
                formatting.money(rules.granted(one.notices)),
            ),
            (_("label_filed_on", default="Filed on"), formatting.day(one.filed_on)),
            (_("label_early_start", default="Early start of the project"), self.early()),
            (
                _("label_clearance", default="Clearance"),
                self.tagged(*cleared) if cleared is not None else "",
            ),
            (_("label_application_reference", default="The funder's file number"), one.reference),
        ]
        return [(label, value) for label, value in rows if value]

    def programme(self):
        programme = programme_of(self.application)
        title = self.application.programme_title
        if programme is None or not asking.may("View", programme):
            return title
        return Html(f'<a href="{escape(programme.absolute_url())}">{escape(title)}</a>')

    def early(self):
        return translate(said.early_start(self.application), context=self.request)

    def tagged(self, message, look):
        text = escape(translate(message, context=self.request))
        return Html(f'<span class="tag {look}">{text}</span>')


class Way(ApplicationPart):
    """All steps with day, person and comment, the newest first."""

    order = 90
    id = "weg"
    title = _("heading_application_way", default="Way of the application")
    html = ViewPageTemplateFile("templates/way.pt")

    def steps(self):
        steps = [self.step(entry, titles.state(entry["state"])) for entry in self.application.path]
        steps += [
            self.step(
                entry,
                _(
                    "early_step",
                    default="Early start ${state}",
                    mapping={"state": titles.early(entry["state"])},
                ),
            )
            for entry in self.application.early_log
        ]
        return sorted(steps, key=lambda one: one["iso"], reverse=True)

    def step(self, entry, title):
        return {
            "title": title,
            "iso": entry["day"].isoformat(),
            "day": formatting.day(entry["day"]),
            "name": entry["name"],
            "comment": paragraphs(entry["comment"]) if entry["comment"] else "",
        }
