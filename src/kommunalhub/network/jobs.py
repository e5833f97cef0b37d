"""What `kommunalhub tick` does for the network: publish, tell and ask other hubs, end leases."""

from contextlib import suppress
from functools import partial
from kommunalhub import _
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import site
from kommunalhub.core.transactions import attempt
from kommunalhub.lib.exchange.refusing import Refused
from kommunalhub.network import fetching
from kommunalhub.network import keys
from kommunalhub.network import publishing
from kommunalhub.network import receiving
from kommunalhub.network import rules
from kommunalhub.network import storage
from types import SimpleNamespace
from zope.interface import implementer


@implementer(IJob)
class Publish:
    """Writes the manifests that are due; its one key stands for all of them."""

    title = _("job_network_publish", default="Say to other hubs what is shared")
    order = 94

    def due(self, now):
        return ["manifests"] if publishing.is_due(now) else []

    def do(self, key, now):
        publishing.publish(now)


@implementer(IJob)
class Leases:
    """Lets copies go whose hub was silent for too long; keys are UIDs of hubs."""

    title = _("job_network_leases", default="Remove copies of hubs that are silent for too long")
    order = 95

    def due(self, now):
        return receiving.lapsed(now)

    def do(self, key, now):
        receiving.end_lease(key, now)


@implementer(IJob)
class Knock:
    """Tells other hubs that there is something new, once; keys are their UIDs.

    Who does not hear it asks by itself a little later.
    """

    title = _("job_network_knock", default="Tell other hubs that there is something new")
    order = 96
    own_transactions = True

    def due(self, now):
        return publishing.untold()

    def do(self, key, now):
        asked = attempt(partial(known, key))
        attempt(partial(publishing.note_told, key))
        if asked is not None:
            with suppress(fetching.NoAnswer, Refused):
                fetching.ask(asked, now, fetching.KNOCK)


@implementer(IJob)
class Fetch:
    """Asks other hubs; keys are their UIDs. No transaction is open while one is waited for."""

    title = _("job_network_fetch", default="Ask other hubs what they share")
    order = 99
    own_transactions = True

    def due(self, now):
        return receiving.due(now)

    def do(self, key, now):
        asked = attempt(partial(known, key))
        if asked is None:
            return
        try:
            self.follow(key, asked, now)
            self.fill(key, asked, now)
        except fetching.NoAnswer as failure:
            reason, detail = failure.args
        except Refused as refused:
            reason, detail = refused.reason, refused.detail
        else:
            return
        attempt(lambda: self.missed(key, reason, detail, now))

    def follow(self, uid, asked, now):
        answer = fetching.ask(asked, now, fetching.MANIFEST, etag=asked.etag)

        def work():
            link = storage.link_of(uid)
            if link is None or receiving.standing(link) != asked.standing:
                return None  # forgotten, paused or asked by another process meanwhile
            if answer is None:
                return receiving.heard(link, now)
            return receiving.follow(link, *answer, now)

        refused = attempt(partial(kept, work))
        if refused is not None:
            raise refused

    def fill(self, uid, asked, now):
        """Fetch the cards that are missing, some at a time; what they loaded is let go."""
        while True:
            hashes = attempt(partial(self.next, uid))
            if not hashes:
                return
            answer = fetching.ask(asked, now, fetching.CARDS, ids=sorted(hashes))
            if answer is None:
                return
            attempt(partial(self.take, uid, hashes, answer[0], now))
            site()._p_jar.cacheMinimize()

    def next(self, uid):
        link = storage.link_of(uid)
        found = receiving.wanted(link) if link is not None else {}
        return {id_: found[id_] for id_ in sorted(found)[: fetching.AT_ONCE]}

    def take(self, uid, hashes, answer, now):
        link = storage.link_of(uid)
        if link is not None:
            receiving.take(link, hashes, answer, now)

    def missed(self, uid, reason, detail, now):
        link = storage.link_of(uid)
        if link is not None:
            receiving.missed(link, reason, detail[:200], now)


def known(uid):
    """Return what has to be known to ask a hub, as plain values; None for one that is not there."""
    link = storage.link_of(uid)
    if link is None:
        return None
    return SimpleNamespace(
        feed=link.feed,
        etag=link.etag,
        standing=receiving.standing(link),
        confirmed=link.state == rules.CONFIRMED,
        key=keys.private(),
        sender=keys.feed(),
    )


def kept(work):
    """Do something; return the Refused it ends with, so that what was noted before it stays."""
    try:
        work()
    except Refused as refused:
        return refused
    return None
