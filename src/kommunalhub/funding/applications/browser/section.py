"""„Anträge“ on the page of a case."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.funding.applications import titles
from kommunalhub.funding.applications.interfaces import ICasePart
from kommunalhub.funding.applications.permissions import may_keep
from kommunalhub.funding.applications.storage import funding_of
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


def address(case, application):
    """Return the address of the page of an application."""
    return f"{case.absolute_url()}/@@antrag/{application.number}"


@implementer(ICasePart)
class Applications(BrowserView):
    """All applications of the case, and the way to a new one."""

    order = 10
    id = "antraege"
    title = _("heading_applications", default="Applications")
    html = ViewPageTemplateFile("templates/section.pt")

    def may_keep(self):
        return may_keep(self.context)

    def rows(self):
        return [
            {
                "url": address(self.context, one),
                "number": one.number,
                "title": one.programme_title,
                "kind": titles.KINDS[one.kind],
                "state": titles.state(one.state),
                "look": titles.LOOKS.get(one.state, ""),
                "amount": formatting.money(one.amount),
                "since": formatting.day(one.path[-1]["day"]),
            }
            for one in funding_of(self.context).applications.values()
        ]
