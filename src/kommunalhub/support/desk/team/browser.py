"""`@@team` on the section of support; and `@@support-teams`, where it is set who may look."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.workflows import state_of
from kommunalhub.approvals.workflows import state_title
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import short_title_of
from kommunalhub.support import teams
from kommunalhub.support import workflow
from kommunalhub.support.desk.team import reading
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zExceptions import Unauthorized


SIZE = 25
SAVED = _("message_teams_saved", default="Saved. It holds for what is reported from today on.")


class Team(OwnPage):
    """What colleagues have reported; with `ticket` one of them: title, state, conversation."""

    template = ViewPageTemplateFile("templates/team.pt")

    def __call__(self):
        if not teams.mine():
            raise Unauthorized("team")
        return self.template()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@team"

    @cached_property
    def ticket(self):
        """The ticket that was asked for, None for the list."""
        uid = self.field("ticket")
        found = reading.shared(uid)
        if uid and found is None:
            raise NotFound("ticket")
        return found

    @cached_property
    def found(self):
        return reading.brains()

    @cached_property
    def batch(self):
        return batch_of(self.request, len(self.found), SIZE, self.url, [])

    def rows(self):
        return [
            {
                "url": f"{self.url}?ticket={brain.UID}",
                "title": brain.Title,
                "number": brain.case_number,
                "state": state_title(workflow.TYPE, brain.review_state),
            }
            for brain in self.batch.cut(self.found)
        ]

    def state(self):
        return state_title(workflow.TYPE, state_of(self.ticket))

    def reported(self):
        return formatting.moment(self.ticket.created().asdatetime())

    def talk(self):
        return reading.said_on(self.ticket)


class TeamSettings(OwnPage):
    """In which administrations colleagues see the tickets of each other."""

    template = ViewPageTemplateFile("templates/teams.pt")

    @property
    def url(self):
        return f"{self.site_url}/@@support-teams"

    def partners(self):
        """Return [{id, title, checked, since}] of all administrations."""
        since = teams.open_since()
        return [
            {
                "id": partner,
                "title": short_title_of(partner),
                "checked": "checked" if partner in since else None,
                "since": formatting.day(since[partner]) if partner in since else None,
            }
            for partner in partner_ids()
        ]

    def post(self):
        sent = self.request.form.get("people")
        sent = [sent] if isinstance(sent, str) else sent
        sent = sent if isinstance(sent, list) else []
        teams.let([partner for partner in partner_ids() if partner in sent])
        return self.lead_to(self.url, SAVED)
