"""Three real hubs in a loop, each a process with a database of its own, exchange on loopback."""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.lib.exchange import manifests
from kommunalhub.lib.exchange import signatures
from kommunalhub.network import fetching
from kommunalhub.network import jobs
from kommunalhub.network import operations
from kommunalhub.network import receiving
from kommunalhub.network import rules
from kommunalhub.network import sharing
from kommunalhub.network import storage
from kommunalhub.network.copies import releasing
from network.houses import House
from plone.uuid.interfaces import IUUID

import os
import pytest
import signal
import transaction


NAMES = ("wilster", "hennstedt", "rendsburg")


@pytest.fixture
def houses(web, hub, functional, tmp_path, monkeypatch):
    """Three hubs that are linked to each other, each with five materials and nothing shared."""
    for number in range(5):
        hub.add_material(web, f"Vergabe {number}")
    transaction.commit()
    shift = [timedelta()]
    found = [House(name, functional, tmp_path, shift) for name in NAMES]
    monkeypatch.setenv(fetching.NEIGHBOURS, " ".join(f"localhost:{one.port}" for one in found))
    try:
        for one in found:
            one.start()
        prints = {one.feed: one.call(settle) for one in found}
        for one in found:
            one.call(add_hubs, [(other.name, other.feed) for other in found if other is not one])
        rounds(found)
        for one in found:
            one.call(confirm, prints)
        rounds(found, 2)
        yield found
    finally:
        for one in found:
            one.kill()


def rounds(houses, count=1):
    for _round in range(count):
        for one in houses:
            one.call(tick)


# What is done in a hub.


def settle(portal, house):
    """Take a key and an address of its own; return the fingerprint."""
    book = storage.ensured_book()
    book.keys, book.feed = (signatures.new_key(),), house.feed
    return signatures.fingerprint(signatures.public_of(book.keys[0]))


def add_hubs(portal, house, hubs):
    for name, feed in hubs:
        portal["netzwerk"].invokeFactory("Hub", name, title=f"Hub {name}", feed=feed)
        operations.followed(portal["netzwerk"][name])


def confirm(portal, house, prints):
    """Compare the keys that were shown with what the others say of theirs."""
    for link in storage.book().links.values():
        assert signatures.fingerprint(link.offered) == prints[link.feed]
        operations.confirm(link.uid, link.offered, "hilde")


def tick(portal, house):
    """Do the jobs, as if their time had come."""
    for link in storage.book().links.values():
        link.asked = None
    transaction.commit()
    for job in (jobs.Publish(), jobs.Leases(), jobs.Fetch()):
        now = formatting.now()
        for key in job.due(now):
            job.do(key, now)
        transaction.commit()


def share(portal, house, count):
    """Share so many materials; return their ids among hubs."""
    found = sorted(portal["materialien"].objectValues("Dexterity Item"), key=IUUID)[:count]
    return [sharing.share(one, "CC-BY-4.0", (), "toni").id for one in found]


def take_back(portal, house, id_):
    sharing.take_back(id_, "toni")


def release(portal, house):
    for link in storage.book().links.values():
        for id_ in list(link.copies):
            releasing.release(link, id_, "toni")


def look(portal, house):
    """Return what it has of others, what it says to them, and what it has written down."""
    book = storage.book()
    return {
        "copies": sorted(id_ for link in book.links.values() for id_ in link.copies),
        "says": {name: len(manifests.parsed(c.data).items) for name, c in book.chains.items()},
        "seqs": {name: chain.seq for name, chain in book.chains.items()},
        "problems": [link.problem for link in book.links.values() if link.problem],
        "log": [entry.what for entry in book.log.values()],
        "found": len(portal.portal_catalog.unrestrictedSearchResults(portal_type="SharedCopy")),
    }


def crash(portal, house):
    """Ask the others and die when half of what they share was taken."""
    fetching.AT_ONCE, plain = 2, receiving.take

    def take(link, hashes, answer, now):
        if link.copies:
            os.kill(os.getpid(), signal.SIGKILL)
        return plain(link, hashes, answer, now)

    receiving.take = take
    tick(portal, house)


def copies(houses):
    return [one.call(look)["copies"] for one in houses]


def test_what_one_shares_comes_once_and_goes_round_no_further(houses):
    first, second, third = houses
    ids = sorted(first.call(share, 2))
    rounds([third, first, second], 2)  # whoever asks first
    assert copies(houses) == [[], ids, ids]
    second.call(release)
    before = [one.call(look) for one in houses]
    rounds(houses, 2)
    assert [one.call(look) for one in houses] == before  # nothing comes twice, nobody answers
    assert before[1]["found"] == 2 and set(before[1]["says"].values()) <= {0}
    assert not any(one["problems"] for one in before)
    first.call(take_back, ids[0])
    rounds([second, third, first])
    rounds([third, second])
    assert copies(houses) == [[], ids[1:], ids[1:]]
    assert second.call(look)["found"] == 1


def test_a_hub_that_is_killed_takes_up_where_it_was(houses):
    first, second, third = houses
    ids = sorted(first.call(share, 5))
    rounds([first])
    with pytest.raises(EOFError):
        second.call(crash)
    second.kill()
    rounds([third, first])
    second.start()
    held = second.call(look)["copies"]
    assert 0 < len(held) < 5
    rounds(houses)
    assert copies(houses) == [[], ids, ids]
    second.call(release)
    # a week later nobody of them is forgotten, and what was taken back meanwhile is gone
    second.kill()
    first.call(take_back, ids[0])
    houses[0].shift[0] = timedelta(days=7)
    rounds([first, third], 2)
    second.start()
    rounds(houses)
    assert copies(houses) == [[], ids[1:], ids[1:]]
    assert second.call(look)["found"] == 4
    houses[0].shift[0] = timedelta(days=22)  # and one that is silent for longer recalls by that
    first.kill()
    rounds([second, third])
    assert copies([second, third]) == [[], []] and second.call(look)["found"] == 0


def test_a_backup_brings_nothing_back(houses):
    first, second, third = houses
    ids = sorted(first.call(share, 2))
    rounds(houses, 2)
    backup = first.backup()
    first.call(take_back, ids[0])
    rounds(houses, 2)
    assert copies(houses) == [[], ids[1:], ids[1:]]
    first.restore(backup)
    rounds(houses, 3)
    assert copies(houses) == [[], ids[1:], ids[1:]]
    assert {rules.RESTORED, rules.TAKEN_BACK} <= set(first.call(look)["log"])
    again = first.call(share, 2)
    rounds(houses, 2)
    assert copies(houses) == [[], sorted(again), sorted(again)]
    assert ids[0] not in again
