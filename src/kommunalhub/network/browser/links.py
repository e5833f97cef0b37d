"""@@hub-links: whom we trust, our key, how the links are, what was sent and received."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.persons import name_of
from kommunalhub.core.tools import catalog
from kommunalhub.lib.exchange import signatures
from kommunalhub.network import keys
from kommunalhub.network import operations
from kommunalhub.network import rules
from kommunalhub.network import storage
from kommunalhub.network import workflow
from kommunalhub.network.browser import words
from kommunalhub.network.browser.exchanging import OLD
from kommunalhub.network.browser.hubs import age_of
from kommunalhub.network.copies import releasing
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


MOST = 100
DONE = {
    "confirm": _("message_hub_confirmed", default="Confirmed. The hub is asked with the next run."),
    "pause": _("message_hub_paused", default="Paused: the hub is neither asked nor answered."),
    "resume": _("message_hub_resumed", default="The link is at work again."),
    "ask": _(
        "message_hub_asked",
        default="The hub is asked with the next run, within a few minutes.",
    ),
    "forget": _("message_hub_forgotten", default="Forgotten. All copies of it are gone."),
    "link": _(
        "message_hub_linked",
        default="Linked again. Its key is shown after the next run, to be compared.",
    ),
    "key": _(
        "message_new_key",
        default="There is a new key, signed by the old one. Other hubs follow it by themselves.",
    ),
}


class LinksPage(OwnPage):
    """The hub management's page; what fails is said in plain words."""

    template = ViewPageTemplateFile("templates/links.pt")

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@hub-links"

    @property
    def feed(self):
        return keys.feed()

    def fingerprint(self):
        """Return our fingerprint, "" before there is a key."""
        return signatures.fingerprint(keys.public()) if keys.public() else ""

    @cached_property
    def titles(self):
        book = storage.book()
        uids = list(book.links) if book is not None else []
        found = {uid: releasing.thing_by(uid) for uid in uids}
        return {uid: hub.title for uid, hub in found.items() if hub is not None}

    def rows(self):
        book, now = storage.book(), formatting.now()
        links = book.links.values() if book is not None else ()
        return [self.row(link, now) for link in links if link.uid in self.titles]

    @cached_property
    def unlinked(self):
        """Return {UID: (title, feed)} of hubs with one for the exchange that were forgotten."""
        found = catalog()(portal_type=workflow.HUB, sort_on="sortable_title")
        told = {one.UID: (one.Title, (one.hub_facts or {}).get("feed", "")) for one in found}
        return {
            uid: (title, feed)
            for uid, (title, feed) in told.items()
            if uid not in self.titles and feed not in ("", self.feed)
        }

    def row(self, link, now):
        return {
            "uid": link.uid,
            "title": self.titles[link.uid],
            "feed": link.feed,
            "state": words.STATES[link.state],
            "look": words.LOOKS[link.state],
            "age": age_of(link, now),
            "problem": words.problem_of(link.problem),
            "again": formatting.moment(link.asked) if link.problem and link.asked else "",
            "copies": len(link.copies),
            "until": formatting.moment(link.expires) if link.copies and link.expires else "",
            "offered": link.offered,
            "offered_print": signatures.fingerprint(link.offered) if link.offered else "",
            "key_print": signatures.fingerprint(link.key) if link.key else "",
            "may_pause": link.state == rules.CONFIRMED,
            "may_resume": link.state == rules.PAUSED,
        }

    def entries(self):
        """Return the newest lines of the log, the newest first."""
        book = storage.book()
        found = book.entries(MOST) if book is not None else []
        return [
            {
                "when": formatting.moment(entry.when),
                "what": words.ENTRIES.get(entry.what, entry.what),
                "hub": self.titles.get(entry.hub, ""),
                "title": entry.title,
                "by": name_of(entry.by) if entry.by else "",
                "why": self.why(entry),
            }
            for entry in found
        ]

    def why(self, entry):
        if entry.what == rules.REFUSED:
            return words.problem_of(entry.why)
        if entry.what in (rules.TAKEN, rules.SERVED):
            return _("entry_count", default="number: ${n}", mapping={"n": entry.why})
        if entry.what == rules.SHARED and entry.why:
            why = {"why": entry.why}
            return _("entry_purpose", default="names persons for: ${why}", mapping=why)
        return ""

    def link_again(self, uid):
        if uid not in self.unlinked:
            raise operations.NotThis(uid)
        operations.link_again(releasing.thing_by(uid), self.userid)

    def post(self):
        act, uid = self.field("act"), self.field("hub")
        acts = {
            "confirm": lambda: operations.confirm(uid, self.field("key"), self.userid),
            "pause": lambda: operations.pause(uid, self.userid),
            "resume": lambda: operations.resume(uid, self.userid),
            "ask": lambda: operations.ask_soon(uid),
            "forget": lambda: operations.forget(uid, self.userid, self.titles.get(uid, "")),
            "link": lambda: self.link_again(uid),
            "key": lambda: keys.change(self.userid),
        }
        if act not in acts:
            return self.lead_to(self.url, OLD)
        try:
            acts[act]()
        except operations.NotThis:
            return self.lead_to(self.url, OLD)
        return self.lead_to(self.url, DONE[act])
