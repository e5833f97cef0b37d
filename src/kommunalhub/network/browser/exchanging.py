"""@@quarantine and @@shared: look through what came, release it; say what we share."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.lib.exchange import cards
from kommunalhub.lib.exchange import texts
from kommunalhub.network import operations
from kommunalhub.network import publishing
from kommunalhub.network import rules
from kommunalhub.network import sharing
from kommunalhub.network import storage
from kommunalhub.network.browser import words
from kommunalhub.network.browser.sharepage import TAKEN_BACK
from kommunalhub.network.copies import releasing
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


SIZE = 20
OLD = _(
    "message_network_old",
    default="Meanwhile somebody else has decided on it. This is how it stands now.",
)
DONE = {
    "release": _(
        "message_copy_released",
        default="Released: everybody who works here finds it now.",
    ),
    "decline": _("message_copy_declined", default="It is not taken over."),
    "withdraw": _(
        "message_copy_withdrawn",
        default="It is back in quarantine; nobody finds it any more.",
    ),
}
TRUST_SAVED = _("message_trust_saved", default="Saved. It holds for what comes from now on.")


class QuarantinePage(OwnPage):
    """What waits to be looked through, the oldest first; and which kinds need not be."""

    template = ViewPageTemplateFile("templates/quarantine.pt")

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@quarantine"

    @cached_property
    def links(self):
        book = storage.book()
        return list(book.links.values()) if book is not None else []

    def title_of(self, uid):
        hub = releasing.thing_by(uid)
        return hub.title if hub is not None else uid

    @cached_property
    def waiting(self):
        found = [(link.copies[id_], link) for link in self.links for id_ in link.waiting]
        return sorted(found, key=lambda pair: (pair[0].taken, pair[0].id))

    @cached_property
    def batch(self):
        return batch_of(self.request, len(self.waiting), SIZE, self.url, ())

    def rows(self):
        return [self.row(copy, link) for copy, link in self.batch.cut(self.waiting)]

    def row(self, copy, link):
        data = copy.newer[0] if copy.newer is not None else copy.card
        card = cards.read(data, link.feed)
        return {
            "id": copy.id,
            "hub": link.uid,
            "hub_title": self.title_of(link.uid),
            "title": card.title,
            "kind": words.kind_title(card.kind),
            "summary": card.summary,
            "html": card.html,
            "facts": card.facts,
            "url": card.url,
            "licence": sharing.LICENCES.get(card.licence, card.licence),
            "changed": copy.newer is not None,
            "taken": formatting.moment(copy.taken),
        }

    def trusts(self):
        """Return [{hub, title, kinds: [{kind, title, checked}]}] of confirmed hubs."""
        return [
            {
                "hub": link.uid,
                "title": self.title_of(link.uid),
                "kinds": [
                    {"kind": kind, "title": title, "checked": kind in link.trusted}
                    for kind, title in words.KINDS.items()
                ],
            }
            for link in self.links
            if link.state == rules.CONFIRMED
        ]

    def post(self):
        link = storage.link_of(self.field("hub"))
        if link is None:
            return self.lead_to(self.url, OLD)
        if self.field("trust"):
            operations.trust(link.uid, self.kinds(), self.userid)
            return self.lead_to(self.url, TRUST_SAVED)
        act, id_ = self.field("act"), self.field("item")
        copy = link.copies.get(id_)
        acts = {
            "release": releasing.release,
            "decline": releasing.decline,
            "withdraw": releasing.withdraw,
        }
        # what was looked at is what is released: a newer version came meanwhile
        if copy is None or act not in acts or self.field("seen") not in ("", copy.newest):
            return self.lead_to(self.url, OLD)
        acts[act](link, id_, self.userid)
        return self.lead_to(self.url, DONE[act])

    def kinds(self):
        sent = self.request.form.get("kinds", [])
        sent = [sent] if isinstance(sent, str) else sent
        return [kind for kind in words.KINDS if isinstance(sent, list) and kind in sent]

    def seen(self, row):
        return storage.link_of(row["hub"]).copies[row["id"]].newest


class SharedPage(OwnPage):
    """What we share, with whom, who has not removed what was taken back; what could be shared."""

    template = ViewPageTemplateFile("templates/shared.pt")

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@shared"

    @cached_property
    def shares(self):
        book = storage.book()
        found = list(book.shares.values()) if book is not None else []
        return sorted(found, key=lambda one: formatting.sort_key(one.title))

    def rows(self):
        return [
            {
                "id": one.id,
                "title": one.title,
                "kind": words.kind_title(texts.read(one.card)["kind"]),
                "url": f"{self.site_url}/resolveuid/{one.uid}",
                "share_url": f"{self.site_url}/@@share-with-hubs?uid={one.uid}",
                "licence": sharing.LICENCES.get(one.licence, one.licence),
                "whom": words.whom(one.audience),
                "since": formatting.day(formatting.to_local(one.made).date()),
            }
            for one in self.shares
        ]

    def left(self):
        """Return [{title, count}] of hubs that have not told yet to have removed something."""
        counts = {}
        for hubs in publishing.not_yet_removed().values():
            for uid in hubs:
                counts[uid] = counts.get(uid, 0) + 1
        things = {uid: releasing.thing_by(uid) for uid in counts}
        return [
            {"title": things[uid].title, "count": count}
            for uid, count in counts.items()
            if things[uid] is not None
        ]

    @cached_property
    def possible(self):
        shared = {one.uid for one in self.shares}
        return [brain for brain in sharing.candidates() if brain.UID not in shared]

    @cached_property
    def batch(self):
        return batch_of(self.request, len(self.possible), SIZE, self.url, ())

    def more(self):
        return [
            {
                "title": brain.Title,
                "kind": words.kind_title(sharing.kind_named(brain.portal_type)),
                "url": f"{self.site_url}/@@share-with-hubs?uid={brain.UID}",
            }
            for brain in self.batch.cut(self.possible)
        ]

    def post(self):
        sharing.take_back(self.field("item"), self.userid)
        publishing.publish()
        return self.lead_to(self.url, TAKEN_BACK)
