"""@@share-with-hubs: with whom, under which licence, and the very bytes that leave the house."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.tools import brain_of
from kommunalhub.lib.exchange import cards
from kommunalhub.network import keys
from kommunalhub.network import publishing
from kommunalhub.network import rules
from kommunalhub.network import sharing
from kommunalhub.network import storage
from kommunalhub.network import traces
from kommunalhub.network.copies import releasing
from plone.uuid.interfaces import IUUID
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


#: Characters.
LONGEST_PURPOSE = 200
SHARED = _("message_shared", default="It is shared. Other hubs get it with their next call.")
TAKEN_BACK = _(
    "message_taken_back",
    default="It is shared no more. The other hubs remove it with their next call.",
)
NO_PURPOSE = _(
    "error_share_purpose",
    default="Please write in up to ${n} characters what other hubs need it for, or take the "
    "persons out of the text.",
    mapping={"n": LONGEST_PURPOSE},
)


class SharePage(OwnPage):
    """For a thing, by its `uid`, that was released and that who asks may see."""

    template = ViewPageTemplateFile("templates/share.pt")
    errors = {}

    def __call__(self):
        brain = brain_of(self.field("uid"))
        self.thing = brain._unrestrictedGetObject() if brain is not None else None
        if self.thing is None or not asking.may("View", self.thing):
            raise NotFound(self.__name__)
        self.kind = sharing.kind_of(self.thing)
        if self.kind is None:
            raise NotFound(self.__name__)
        return super().__call__()

    @property
    def url(self):
        return f"{self.site_url}/@@share-with-hubs"

    @property
    def shared_url(self):
        return f"{storage.section().absolute_url()}/@@shared"

    @cached_property
    def uid(self):
        return IUUID(self.thing)

    @cached_property
    def now(self):
        """The Share that holds, or None."""
        book = storage.book()
        return book.share_of(self.uid) if book is not None else None

    @property
    def licence(self):
        sent = self.field("licence")
        if sent in sharing.LICENCES:
            return sent
        return self.now.licence if self.now is not None else "CC-BY-4.0"

    @cached_property
    def own(self):
        """The licence that the thing itself has, "" for none."""
        return self.kind.content(self.thing).licence

    def licences(self):
        """Return what can be chosen: where the thing has a licence of its own, that alone."""
        return [
            {"value": value, "title": title, "selected": value == self.licence}
            for value, title in sharing.LICENCES.items()
            if self.own in ("", value)
        ]

    def hubs(self):
        """Return [{uid, title, checked}] of the hubs that it can be for."""
        book = storage.book()
        links = book.links.values() if book is not None else ()
        chosen = self.chosen() if self.request.method == "POST" else self.audience()
        found = [(releasing.thing_by(one.uid), one) for one in links if one.state != rules.NEW]
        return [
            {"uid": one.uid, "title": hub.title, "checked": one.uid in chosen}
            for hub, one in found
            if hub is not None
        ]

    def audience(self):
        return self.now.audience if self.now is not None else ()

    @property
    def for_some(self):
        return bool(self.audience())

    def chosen(self):
        sent = self.request.form.get("hubs", [])
        sent = [sent] if isinstance(sent, str) else sent
        return [one for one in sent if isinstance(one, str)] if isinstance(sent, list) else []

    @cached_property
    def data(self):
        """The card as it is handed out; what was never shared is made with the id it would have."""
        id_ = self.now.id if self.now is not None else sharing.id_of(self.uid)
        return sharing.card_of(self.thing, id_, self.licence)

    def text(self):
        return self.data.decode("utf-8")

    @cached_property
    def card(self):
        return cards.read(self.data, keys.feed())

    def traces(self):
        """Return what in the card tells of persons, in quotation marks."""
        return ", ".join(f"„{words}“" for words in traces.found_in(self.data))

    def purpose(self):
        """Return what it may name persons for, as typed or as it was agreed to."""
        before = self.now.purpose if self.now is not None else ""
        return self.field("purpose").strip() if self.request.method == "POST" else before

    def post(self):
        if self.field("preview"):
            return self.template()
        if self.field("take"):
            return self.take_back()
        known = {one["uid"] for one in self.hubs()}
        audience = [uid for uid in self.chosen() if uid in known]
        self.errors = self.errors_in(audience)
        if self.errors:
            self.request.response.setStatus(400)
            return self.template()
        audience = audience if self.field("whom") == "some" else ()
        sharing.share(self.thing, self.licence, audience, self.userid, self.purpose())
        publishing.publish()
        return self.lead_to(self.thing.absolute_url(), SHARED)

    def errors_in(self, audience):
        errors = {}
        if self.field("whom") == "some" and not audience:
            errors["hubs"] = _("error_share_hubs", default="Please tick at least one hub.")
        if self.traces() and not 0 < len(self.purpose()) <= LONGEST_PURPOSE:
            errors["purpose"] = NO_PURPOSE
        return errors

    def take_back(self):
        if self.now is not None:
            sharing.take_back(self.now.id, self.userid)
            publishing.publish()
        return self.lead_to(self.thing.absolute_url(), TAKEN_BACK)
