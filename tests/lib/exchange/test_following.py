"""Two hubs by their rules alone: whatever comes when, what was taken back never comes again."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from kommunalhub.lib.exchange import following
from kommunalhub.lib.exchange import manifests
from kommunalhub.lib.exchange import publishing
from kommunalhub.lib.exchange import refusing
from kommunalhub.lib.exchange import texts
from kommunalhub.lib.exchange.manifests import Seen
from kommunalhub.lib.exchange.refusing import Refused

import pytest


NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
HUB, READER = "https://a.example/netzwerk", "https://b.example/netzwerk"


class Publisher:
    """A hub that shares: numbers stand for things; each sharing has an id of its own."""

    def __init__(self):
        self.items, self.shared = {}, 0
        self.last, self.data = None, b""

    def share(self, version=0):
        self.shared += 1
        id_ = f"{self.shared:032x}"
        self.items[id_] = f"{version:064x}"
        return id_

    def publish(self, now=NOW, **frame):
        frame = publishing.Frame(HUB, READER, **frame)
        last_hash = texts.hash_of(self.data) if self.last else ""
        made = publishing.following(self.last, last_hash, frame, self.items, now)
        if made is not None:
            self.last, self.data = made, manifests.written(made)
        return made

    def backup(self):
        return dict(self.items), self.last, self.data

    def restore(self, backup):
        items, self.last, self.data = backup
        self.items = dict(items)


class Reader:
    """A hub that holds copies."""

    def __init__(self):
        self.held, self.recalled = {}, set()
        self.seen = Seen()

    def follow(self, data):
        read = manifests.read(data, HUB, READER, NOW)
        hash_ = texts.hash_of(data)
        if not following.is_newer(read, hash_, self.seen.seq, self.seen.hash):
            return None
        found = following.changes(read, self.held, self.recalled, self.seen.seq, self.seen.hash)
        self.recalled |= found.gone | read.tombstones.keys()
        for id_ in found.gone:
            del self.held[id_]
        self.held |= found.wanted
        self.seen = Seen(read.seq, hash_)
        return found


@st.composite
def histories(draw):
    """What a hub publishes over time: the bytes of its manifests."""
    hub, made = Publisher(), []
    for act in draw(st.lists(st.sampled_from(["share", "recall", "change"]), max_size=12)):
        living = sorted(hub.items)
        if act == "share" or not living:
            hub.share()
        else:
            id_ = draw(st.sampled_from(living))
            if act == "recall":
                del hub.items[id_]
            else:
                hub.items[id_] = f"{len(made) + 1:064x}"
        if hub.publish():
            made.append(hub.data)
    return hub, made


@settings(max_examples=60)
@given(histories(), st.randoms(use_true_random=False))
def test_any_order_and_any_repetition_ends_alike(history, random):
    hub, made = history
    order = made + random.choices(made, k=len(made)) if made else []
    random.shuffle(order)
    reader, seqs = Reader(), [0]
    for data in order:
        try:
            reader.follow(data)
        except Refused as refused:
            assert refused.reason == refusing.REPLAYED
        seqs.append(reader.seen.seq)
        assert not reader.held.keys() & reader.recalled
    assert seqs == sorted(seqs)
    assert reader.held == (hub.items if made else {})


@settings(max_examples=60)
@given(histories())
def test_what_was_followed_is_followed_once(history):
    hub, made = history
    reader = Reader()
    for data in made:
        assert reader.follow(data) is not None
        before = dict(reader.held), set(reader.recalled), reader.seen
        assert reader.follow(data) is None
        assert (reader.held, reader.recalled, reader.seen) == before


def test_what_a_complete_manifest_does_not_name_is_withdrawn():
    hub, reader = Publisher(), Reader()
    one, two = hub.share(), hub.share()
    hub.publish()
    reader.follow(hub.data)
    del hub.items[one]
    hub.publish()
    found = reader.follow(hub.data)
    assert (found.gone, found.kept) == ({one}, {two})
    assert hub.last.tombstones.keys() == {one}


def test_what_was_never_shared_has_no_tombstone():
    hub = Publisher()
    hub.share()
    secret = hub.share()
    del hub.items[secret]
    hub.publish()
    del hub.items[f"{1:032x}"]
    hub.publish()
    assert secret not in hub.last.tombstones


def test_a_hub_from_a_backup_is_told_from_one_that_goes_on():
    hub, reader = Publisher(), Reader()
    one = hub.share()
    hub.publish()
    reader.follow(hub.data)
    backup = hub.backup()
    del hub.items[one]
    two = hub.share()
    hub.publish()
    reader.follow(hub.data)
    hub.restore(backup)
    with pytest.raises(Refused) as refused:  # older than what was seen
        reader.follow(hub.data)
    assert refused.value.reason == refusing.REPLAYED
    # the reader's own manifest tells the hub what it has lost
    told, removed = reader.seen, dict.fromkeys(reader.recalled, NOW)
    assert publishing.is_behind(hub.last, told)
    back = publishing.to_take_back(hub.items, removed)
    assert back == {one}
    for id_ in back:
        del hub.items[id_]
    hub.publish(told=told)
    found = reader.follow(hub.data)
    assert hub.last.seq == told.seq + 1 and not found.restored
    assert one not in reader.held and two not in reader.held  # two was lost with the rest


def test_a_hub_that_went_its_own_way_since_a_backup_is_recognised_and_brings_nothing_back():
    hub, reader = Publisher(), Reader()
    one = hub.share()
    hub.publish()
    backup = hub.backup()
    reader.follow(hub.data)
    del hub.items[one]
    hub.publish()
    reader.follow(hub.data)
    hub.restore(backup)
    new = f"{99:032x}"
    hub.items[new] = "9" * 64
    hub.publish()
    hub.items[new] = "8" * 64
    hub.publish()
    found = reader.follow(hub.data)
    assert found.restored
    assert reader.held.keys() == {new}


def test_without_news_there_is_a_new_manifest_once_a_day():
    hub = Publisher()
    hub.share()
    assert hub.publish().seq == 1
    assert hub.publish(seen=Seen(5, "a" * 64)) is None  # no reason by itself: no endless answers
    assert hub.publish(now=NOW + timedelta(days=1), seen=Seen(5, "a" * 64)).seen.seq == 5
    assert hub.publish(now=NOW + timedelta(days=1), removed={"f" * 32: NOW}).seq == 3


def test_the_origin_knows_who_has_not_removed_yet():
    hub = Publisher()
    one = hub.share()
    hub.publish()
    del hub.items[one]
    hub.publish()
    assert publishing.not_yet_removed(hub.last, {}) == {one}
    assert publishing.not_yet_removed(hub.last, {one: NOW}) == set()


def test_tombstones_are_told_for_a_year_and_more():
    hub = Publisher()
    one = hub.share()
    hub.publish()
    del hub.items[one]
    hub.publish()
    assert hub.publish(now=NOW + timedelta(days=399)).tombstones
    assert not hub.publish(now=NOW + timedelta(days=401)).tombstones
