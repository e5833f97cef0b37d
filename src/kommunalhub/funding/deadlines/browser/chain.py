"""„Fristen“ on the page of an application: the chain, each date with how it was computed."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.funding.applications.interfaces import IApplicationPart
from kommunalhub.funding.applications.permissions import may_keep
from kommunalhub.funding.deadlines import keeping
from kommunalhub.funding.deadlines import said
from kommunalhub.funding.deadlines.asked import today
from kommunalhub.funding.deadlines.listing import anchor
from kommunalhub.funding.deadlines.storage import chains_of
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


def done_url(case, number, key):
    """Return the address where somebody says that a deadline was met."""
    return f"{case.absolute_url()}/@@frist/{number}/{anchor(key)}"


@implementer(IApplicationPart)
class Chain(BrowserView):
    """The deadlines of one application, by day; what is not known yet comes last."""

    order = 40
    id = "fristen"
    title = _("heading_deadline_chain", default="Deadlines")
    template = ViewPageTemplateFile("templates/chain.pt")

    def __init__(self, case, request, application):
        super().__init__(case, request)
        self.application = application

    def html(self):
        self.entries = chains_of(self.context).of(self.application.number)
        return self.template() if self.entries else ""

    def rows(self):
        """Return what the template shows of each deadline, by day."""
        self.today, self.keeps = today(), may_keep(self.context)
        found = sorted(self.entries.values(), key=_by_day)
        return [self.row(entry) for entry in found]

    def row(self, entry):
        standing, look = said.standing(entry, self.today)
        how = keeping.standing(entry, self.today)
        done = entry["done"]
        return {
            "id": f"frist-{anchor(entry['key'])}",
            "kind": "done" if how in (keeping.DONE, keeping.PASSED) else "",
            "is_dropped": how == keeping.DROPPED,
            "title": said.title(entry["kind"], entry["text"]),
            "iso": entry["day"].isoformat() if entry["day"] else None,
            "day": formatting.day(entry["day"]),
            "weekday": formatting.weekday(entry["day"]),
            "standing": standing,
            "look": look,
            "rule": said.rule(entry),
            "sources": said.sources(entry),
            "steps": said.steps(entry),
            "earlier": said.earlier(entry),
            "owner": entry["owner"],
            "remark": done["remark"] if done else "",
            "by": done["name"] if done else "",
            "action": done_url(self.context, self.application.number, entry["key"])
            if self.keeps and keeping.is_asked_for(entry["kind"]) and not entry["dropped"]
            else None,
            "is_done": done is not None,
        }


def _by_day(entry):
    day = entry["day"]
    return (day is None, day.toordinal() if day else 0, entry["notice"], entry["key"])
