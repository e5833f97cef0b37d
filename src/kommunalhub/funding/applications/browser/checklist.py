"""The documents of an application, each with its state, who gets it and until when."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.funding.applications import people
from kommunalhub.funding.applications import titles
from kommunalhub.funding.applications.browser.overview import ApplicationPart
from kommunalhub.funding.applications.browser.wrong import wrong_at
from kommunalhub.funding.applications.typed import today
from kommunalhub.security.userids.book import full_name
from plone.protect.authenticator import createToken
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


LOOKS = {"missing": "late", "asked": "soon", "there": "ok", "not_needed": ""}


class Checklist(ApplicationPart):
    """What belongs to the application."""

    order = 20
    id = "unterlagen"
    title = _("heading_checklist", default="Documents for the application")
    html = ViewPageTemplateFile("templates/checklist.pt")

    @property
    def acts_url(self):
        return f"{self.base}/@@antrag-tun/{self.application.number}"

    @property
    def token(self):
        return createToken()

    def owners(self):
        found = people.owners(self.context)
        return [{"id": userid, "name": name} for userid, name in found.items()]

    def states(self):
        return [{"id": token, "title": title} for token, title in titles.CHECKLIST.items()]

    def wrong(self):
        return wrong_at(self.request, "add-document")

    def rows(self):
        return [self.row(row) for row in self.application.checklist]

    def row(self, row):
        is_open = row["state"] in ("missing", "asked")
        return row | {
            "state_title": titles.CHECKLIST[row["state"]],
            "look": LOOKS[row["state"]] if row["required"] or not is_open else "",
            "day": formatting.day(row["due"]),
            "iso": row["due"].isoformat() if row["due"] else None,
            "late": is_open and row["due"] is not None and row["due"] < today(),
            "name": full_name(row["responsible"]) if row["responsible"] else "",
            "errors": wrong_at(self.request, "document", row["id"]),
        }
