"""@@search-gaps: what was looked for and not found, for trainers and the management of the hub."""

from datetime import date
from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.tools import site
from kommunalhub.core.tools import site_url
from kommunalhub.search.gaps import operations
from kommunalhub.search.gaps.interfaces import IGapAnswer
from plone import api
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zope.component import getUtilitiesFor


SIZE = 50


class Gaps(BrowserView):
    """The list; a button takes a line out."""

    template = ViewPageTemplateFile("templates/gaps.pt")

    def __call__(self):
        if self.request.method != "POST":
            return self.template()
        check_authenticator(self.request)
        key = self.request.form.get("done")
        if isinstance(key, str) and operations.done(key, self.kind):
            message = _("gap_done", default="The line is gone until somebody asks again.")
            api.portal.show_message(message, self.request)
        self.request.response.redirect(self.url)
        return ""

    @property
    def kind(self):
        """The kind of the list that a line is taken out of."""
        of = self.request.form.get("list")
        return next((one.kind for name, one in operations.lists() if name == of), operations.GAPS)

    @property
    def site_url(self):
        return site_url()

    @property
    def url(self):
        return f"{self.site_url}/@@search-gaps"

    @property
    def token(self):
        return createToken()

    @cached_property
    def lines(self):
        return operations.lines(site())

    @cached_property
    def batch(self):
        return batch_of(self.request, len(self.lines), SIZE, self.url)

    def rows(self):
        return [self.row(line) for line in self.batch.cut(self.lines)]

    def lists(self):
        """Return [{name, title, about, rows}] of what offers keep besides, where there is any."""
        found = [
            (name, one, operations.lines(site(), one.kind)) for name, one in operations.lists()
        ]
        return [
            {
                "name": name,
                "title": one.title,
                "about": one.about,
                "rows": [self.row(line) for line in lines[:SIZE]],
            }
            for name, one, lines in found
            if lines
        ]

    def row(self, line):
        return {
            "key": line.key,
            "text": line.text,
            "url": f"{self.site_url}/@@search?{urlencode({'q': line.text})}",
            "count": line.count,
            "week": formatting.day(date.fromisoformat(line.week)),
            "iso": line.week,
        }

    def answers(self):
        """Return [{title, url}] of what could be written to fill a gap."""
        found = sorted(getUtilitiesFor(IGapAnswer))
        links = [(answer.title, answer.url(site())) for _name, answer in found]
        return [{"title": title, "url": url} for title, url in links if url]
