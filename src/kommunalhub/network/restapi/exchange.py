"""GET @exchange, GET @exchange-cards, POST @exchange-knock on `netzwerk`."""

from kommunalhub.core import formatting
from kommunalhub.core.caching.known import is_known
from kommunalhub.core.restapi.body import number_of
from kommunalhub.lib.exchange import asking
from kommunalhub.lib.exchange import manifests
from kommunalhub.lib.exchange import texts
from kommunalhub.lib.exchange.refusing import Refused
from kommunalhub.network import fetching
from kommunalhub.network import keys
from kommunalhub.network import publishing
from kommunalhub.network import storage
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import BadRequest
from zExceptions import Forbidden
from zExceptions import NotFound
from zope.interface import alsoProvides


class Asked(Service):
    """A question that may come from a hub; `act`: what its signature has to say."""

    act = asking.READ

    def asker(self):
        """Return the feed of the hub that asks, "" for one without a name; raises Forbidden."""
        header = self.request.getHeader(asking.HEADER)
        if not header:
            return ""
        return self.proven(header)[0]

    def proven(self, header):
        """Return (feed, nonce, moment) of a question that a confirmed hub has signed."""
        book = storage.book()
        try:
            link = book.link_from(asking.sender_of(header)) if book is not None else None
            if link is None:
                raise Forbidden("unknown_hub")
            nonce, made = asking.heard(header, link.key, keys.feed(), self.act, formatting.now())
        except Refused as refused:
            raise Forbidden(refused.reason) from refused
        return link.feed, nonce, made


class ExchangeGet(Asked):
    """{document, signature, key, changes}: the manifest for who asks; 304 where it is known."""

    def reply(self):
        asker = self.asker()
        if not keys.public():
            raise NotFound("@exchange")
        chain = publishing.served(asker)
        etag = f'"{chain.hash}"' if chain is not None else ""
        response = self.request.response
        response.setHeader("Cache-Control", "private, no-cache")
        if etag:
            response.setHeader("ETag", etag)
            if is_known(self.request, etag):
                return self.reply_no_content(status=304)
        return {
            "document": chain.data.decode("utf-8") if chain is not None else None,
            "signature": chain.signature if chain is not None else None,
            "key": keys.public(),
            "changes": list(storage.book().key_changes),
        }


class ExchangeCardsGet(Asked):
    """{cards: [{document, signature}]} of the manifest for who asks, by `id` or page by page.

    from, until: only what was changed then; the next page is behind `next`.
    """

    def reply(self):
        chain = publishing.served(self.asker())
        shares = told() if chain is not None else {}
        living = manifests.parsed(chain.data).items if chain is not None else {}
        found = [shares[id_] for id_ in self.ids(living) if id_ in living and id_ in shares]
        return {"cards": [card_of(one) for one in found], **self.more}

    more = {}

    def ids(self, living):
        """Return the ids that are asked for, a hundred at most."""
        sent = self.request.form.get("id")
        if sent is not None:
            sent = [sent] if isinstance(sent, str) else sent
            sound = isinstance(sent, list) and len(sent) <= fetching.AT_ONCE
            if not sound or not all(isinstance(one, str) for one in sent):
                raise BadRequest("id")
            return sent
        start = number_of(self.request, "b_start", 0, least=0)
        first, last = self.moment("from"), self.moment("until")
        shares = told() if living else {}
        fitting = [
            id_
            for id_ in sorted(living)
            if id_ in shares and first <= changed(shares[id_]) <= (last or "9")
        ]
        end = start + fetching.AT_ONCE
        if len(fitting) > end:
            self.more = {"next": end}
        return fitting[start:end]

    def moment(self, name):
        """Return a time of the question as documents say it, "" for none."""
        value = self.request.form.get(name, "")
        try:
            return texts.stamp(texts.moment_of(value)) if value else ""
        except Refused as refused:
            raise BadRequest(name) from refused


class ExchangeKnockPost(Asked):
    """A hub says that it has news: it is asked with the next run. Each question counts once."""

    act = asking.KNOCK

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)  # nobody is signed in: a hub asks
        feed, nonce, made = self.proven(self.request.getHeader(asking.HEADER))
        book, now = storage.ensured_book(), formatting.now()
        try:
            asking.note(book.nonces, nonce, made, now)
        except Refused as refused:
            raise Forbidden(refused.reason) from refused
        book.link_from(feed).asked = now
        return self.reply_no_content()


def told():
    """Return {id: Share} of all that hubs are told of."""
    return {one.id: one for one in storage.book().told()}


def changed(share):
    return texts.read(share.card)["changed"]


def card_of(share):
    return {"document": share.card.decode("utf-8"), "signature": share.signature}
