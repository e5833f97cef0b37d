"""GET @journal on a case."""

from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.answers.facts import readable_fields
from kommunalhub.approvals.case.actor import is_involved
from kommunalhub.approvals.case.actor import visible_entries
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal.entries import OF_FIELDS
from kommunalhub.approvals.journal.people import on_behalf
from kommunalhub.core import asking
from plone.restapi.services import Service
from zExceptions import Forbidden
from zExceptions import Unauthorized
from zope.i18n import translate


class JournalGet(Service):
    """The entries, oldest first, and whether the chain verifies.

    For those who take part in the case; who only sees a published material gets 403.
    Internal notes and names of fields that the person may not read are left out (so numbers may
    have gaps); `broken` is the number of the first
    entry that is not as it was written.
    """

    def reply(self):
        if not is_involved(self.context):
            message = _(
                "error_journal_not_yours",
                default="The journal is for those who take part in the case.",
            )
            text = translate(message, context=self.request)
            raise Unauthorized(text) if asking.is_anonymous() else Forbidden(text)
        broken = IJournal(self.context).verify()
        readable = readable_fields(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@journal",
            "entries": [
                self.shown(entry, readable)
                for entry in visible_entries(self.context, IJournal(self.context))
            ],
            "verified": broken is None,
            "broken": broken,
            "casefile": f"{self.context.absolute_url()}/@@akte.pdf",
        }

    def shown(self, entry, readable):
        entry = dict(entry)
        if entry["kind"] in OF_FIELDS:
            entry["fields"] = [name for name in entry["fields"] if name in readable]
        for name in ("from", "to"):
            title = entry[name] and workflows.state_title(self.context.portal_type, entry[name])
            entry[f"{name}_title"] = translate(title, context=self.request) if title else None
        if entry["on_behalf_of"]:
            told = on_behalf(entry["on_behalf_of"])
            entry["on_behalf_of_title"] = translate(told, context=self.request)
        return entry
