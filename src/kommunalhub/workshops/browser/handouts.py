"""Handouts on pages: on that of the workshop, for trainers, and by the link of a mail."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.workflows import state_title
from kommunalhub.core import links
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.handouts import IHandout
from kommunalhub.workshops.browser.outsiders import OwnRegistration
from kommunalhub.workshops.handouts import operations
from kommunalhub.workshops.handouts import shown
from kommunalhub.workshops.handouts import storage
from plone.namedfile.utils import set_headers
from plone.namedfile.utils import stream_data
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


class Handouts(BrowserView):
    """@@workshop-handouts: the piece on the page of a workshop; empty where there is nothing."""

    def __call__(self):
        self.rows = shown.rows_of(self.context)
        self.later = shown.later_of(self.context)
        return self.index() if self.rows or self.later else ""


class HandOut(OwnPage):
    """@@unterlagen: what a workshop hands out, to whom and from when on, for trainers."""

    template = ViewPageTemplateFile("templates/handout.pt")
    error = None
    typed = {"material": "", "when": ""}

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@unterlagen"

    def rows(self):
        return [
            {
                "uid": uid,
                "title": brain.Title,
                "url": brain.getURL(),
                "state": state_title(brain.portal_type, brain.review_state),
                "whens": self.whens(when),
            }
            for uid, when, brain in shown.all_of(self.context)
            if brain is not None
        ]

    def whens(self, chosen):
        return [
            {"value": value, "title": title, "selected": value == chosen}
            for value, title in shown.WORDS.items()
        ]

    @cached_property
    def choices(self):
        return [
            {
                "value": brain.UID,
                "title": brain.Title,
                "state": state_title(brain.portal_type, brain.review_state),
                "selected": self.typed["material"] == brain.UID,
            }
            for brain in shown.choices_of(self.context)
        ]

    @property
    def pairs(self):
        return storage.pairs_of(self.portal, self.context.UID())

    def post(self):
        act, uid, when = (self.field(name) for name in ("act", "material", "when"))
        self.typed = {"material": uid, "when": when}
        pairs = self.pairs
        if act == "remove":
            pairs.pop(uid, None)
            message = _("done_handout_removed", default="It is no longer handed out.")
        else:
            self.error = shown.problem(shown.brains_of([uid]).get(uid), when)
            if self.error is None and uid not in pairs and len(pairs) >= storage.MOST:
                self.error = _("error_handout_many", default="These are too many.")
            if self.error is not None:
                self.request.response.setStatus(400)
                return self.template()
            pairs[uid] = when
            message = _("done_handout", default="Saved.")
        operations.hand_out(self.context, pairs)
        return self.lead_to(self.url, message)


class HandoutPage(OwnRegistration):
    """@@unterlage: one thing, for who follows the link of a mail and has a seat.

    The object is fetched past the rights of the visitor, who has none: what they may read is
    asked of their registration.
    """

    text = ViewPageTemplateFile("templates/handouttext.pt")

    def __call__(self):
        links.hide(self.request.response)
        uid = self.request.form.get("material")
        found = dict(shown.for_participants(self.context, self.one))
        if not isinstance(uid, str) or uid not in found:
            raise NotFound(self.__name__)
        thing = found[uid]._unrestrictedGetObject()
        self.title, given = thing.Title(), IHandout(thing)
        if given.file is not None:
            set_headers(given.file, self.request.response, filename=given.file.filename)
            return stream_data(given.file)
        if given.link is not None:
            return self.request.response.redirect(given.link, trusted=True)
        self.html = given.html
        return self.text()
