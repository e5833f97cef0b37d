"""`@@partner-start`: what a new administration still needs, and the invitation of its people."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.persons import members_of
from kommunalhub.core.persons import name_of
from kommunalhub.editorial.people.operations import FOLDER
from kommunalhub.editorial.people.welcome import operations
from kommunalhub.editorial.people.welcome import rules
from kommunalhub.partners.browser.forms import known_partner
from kommunalhub.partners.browser.forms import trail
from kommunalhub.partners.rules import FUNCTIONS
from kommunalhub.partners.rules import groups_of
from kommunalhub.partners.titles import short_title
from kommunalhub.security import mails
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


TITLES = {
    rules.CONTACT: _("start_contact", default="Contact of the administration"),
    rules.EDITORS: _("start_editors", default="Somebody who writes"),
    rules.REVIEWERS: _("start_reviewers", default="Two who release"),
    rules.DIRECTORY: _("start_directory", default="The first position under „Who does what?“"),
    rules.AREA: _("start_area", default="The first page of their own"),
}
TEXTS = {
    rules.CONTACT: _(
        "start_contact_text", default="E-mail or telephone: people see it where they need help."
    ),
    rules.EDITORS: _(
        "start_editors_text",
        default="Invite an editor below. Editors write pages and ask for advice.",
    ),
    rules.REVIEWERS: _(
        "start_reviewers_text",
        default="Nobody releases what they made or changed last, so it takes two.",
    ),
    rules.DIRECTORY: _(
        "start_directory_text",
        default="Editors add positions one by one or read them from a table.",
    ),
    rules.AREA: _("start_area_text", default="Editors write in the area of the administration."),
}
LABELS = {
    "fullname": _("label_invite_name", default="Name of the person"),
    "email": _("label_invite_email", default="E-mail address"),
}
#: What may be chosen besides being there.
CHOICES = tuple(name for name in FUNCTIONS if name != operations.STAFF)


class PartnerStart(OwnPage):
    """A list of what is done and what is missing, and a form that invites one person."""

    template = ViewPageTemplateFile("templates/start.pt")

    def __call__(self):
        self.partner = known_partner(self.request)
        self.errors = {}
        return super().__call__()

    @property
    def url(self):
        query = urlencode({"partner": self.partner.id})
        return f"{self.site_url}/@@partner-start?{query}"

    def trail(self):
        return trail()

    @property
    def can_send(self):
        return mails.can_send()

    @cached_property
    def typed(self):
        return {
            "fullname": " ".join(self.field("fullname").split()),
            "email": self.field("email").strip().lower(),
        }

    @cached_property
    def chosen(self):
        picked = self.request.form.get("functions") or []
        picked = picked if isinstance(picked, list) else [picked]
        return [name for name in CHOICES if name in picked]

    def post(self):
        try:
            operations.invite(
                self.partner.id, self.typed["fullname"], self.typed["email"], self.chosen
            )
        except operations.InviteRefused as refused:
            self.errors = refused.errors
            self.request.response.setStatus(400)
            return self.template()
        message = _(
            "message_invited",
            default="${name} is invited: a mail with a link to set a password is on its way.",
            mapping={"name": self.typed["fullname"]},
        )
        return self.lead_to(self.url, message)

    @cached_property
    def standing(self):
        return operations.standing_of(self.partner.id)

    @property
    def missing(self):
        return rules.missing(self.standing)

    def steps(self):
        """Return [{title, text, done, url}] of what a new administration needs."""
        urls = {
            rules.CONTACT: f"{self.site_url}/@@partner-edit?{self._query}",
            rules.EDITORS: "#einladen",
            rules.REVIEWERS: "#einladen",
            rules.DIRECTORY: f"{self.site_url}/{FOLDER}?{self._query}",
            rules.AREA: f"{self.site_url}/partner/{self.partner.id}",
        }
        return [
            {"title": TITLES[step], "text": TEXTS[step], "done": done, "url": urls[step]}
            for step, done in rules.steps(self.standing)
        ]

    @property
    def _query(self):
        return urlencode({"partner": self.partner.id})

    def fields(self):
        kinds = {"fullname": "text", "email": "email"}
        return [
            {
                "name": name,
                "label": label,
                "type": kinds[name],
                "value": self.typed[name],
                "error": self.errors.get(name),
            }
            for name, label in LABELS.items()
        ]

    def functions(self):
        """Return the groups to choose from; a form that is new proposes the first."""
        fresh = self.request.method != "POST"
        first = rules.STEPS[1] if not self.standing.editors else rules.STEPS[2]
        return [
            {
                "value": name,
                "title": short_title(groups_of(self.partner.id)[name]),
                "checked": name == first if fresh else name in self.chosen,
            }
            for name in CHOICES
        ]

    def present(self):
        """Return [{title, url, people}] of the groups of the administration."""
        return [
            {
                "title": short_title(group),
                "url": f"{self.site_url}/@@usergroup-groupmembership?"
                + urlencode({"groupname": group}),
                "people": sorted(map(name_of, members_of(group))),
            }
            for group in groups_of(self.partner.id).values()
        ]
