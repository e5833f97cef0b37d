"""Cards, manifests and questions: what is sound is read, all else refused for a reason."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunalhub.lib.exchange import asking
from kommunalhub.lib.exchange import cards
from kommunalhub.lib.exchange import manifests
from kommunalhub.lib.exchange import refusing
from kommunalhub.lib.exchange import signatures
from kommunalhub.lib.exchange import texts
from kommunalhub.lib.exchange.refusing import Refused

import pytest


NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
HUB, READER = "https://wilster.example/hub/netzwerk", "https://hub.example/hub/netzwerk"
ID = "0123456789abcdef" * 2
CONTENT = cards.Content(
    kind="material",
    title="Vergabe leicht gemacht",
    url="https://wilster.example/hub/materialien/vergabe",
    changed=NOW,
    summary="Was bei einer Vergabe zu tun ist.",
    html="<p>Drei Schritte</p>",
    facts=(("Niveau", "Grundlagen"),),
)
CARD = cards.written(CONTENT, HUB, ID, "CC-BY-4.0")
MANIFEST = manifests.Manifest(
    hub=HUB,
    audience=READER,
    seq=3,
    prev="a" * 64,
    made=NOW,
    expires=NOW + manifests.LEASE,
    items={ID: texts.hash_of(CARD)},
    tombstones={"f" * 32: NOW},
    chain={2: "a" * 64},
    seen=manifests.Seen(7, "b" * 64),
    removed={"e" * 32: NOW},
)


def changed(data, **values):
    return texts.written({**texts.read(data), **values})


def reason(read, *given):
    with pytest.raises(Refused) as refused:
        read(*given)
    return refused.value.reason


def test_a_card_says_what_it_was_told_and_nothing_else():
    card = cards.read(CARD, HUB)
    assert (card.title, card.html, card.facts) == (CONTENT.title, CONTENT.html, CONTENT.facts)
    assert texts.read(CARD).keys() == cards.NAMES - cards.OPTIONAL


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"schema": "kommunalhub.card/2"}, refusing.WRONG_VERSION),
        ({"hub": READER}, refusing.WRONG_HUB),
        ({"html": "<p>a</p><script>alert(1)</script>"}, refusing.UNSAFE_HTML),
        ({"html": '<a href="javascript:x()">a</a>'}, refusing.UNSAFE_HTML),
        ({"html": '<p onclick="x()">a</p>'}, refusing.UNSAFE_HTML),
        ({"html": '<img src="https://spy.example/a.gif">'}, refusing.UNSAFE_HTML),
        ({"html": "<p>a"}, refusing.UNSAFE_HTML),
        ({"html": "<blockquote>" * 16_000}, refusing.UNSAFE_HTML),
        ({"title": ""}, refusing.MALFORMED),
        ({"title": 5}, refusing.MALFORMED),
        ({"title": "a" * 301}, refusing.MALFORMED),
        ({"id": "../../etc"}, refusing.MALFORMED),
        ({"kind": "Big Kind"}, refusing.MALFORMED),
        ({"url": "javascript:alert(1)"}, refusing.MALFORMED),
        ({"facts": [["a", "b", "c"]]}, refusing.MALFORMED),
        ({"facts": [["a", "b"]] * 41}, refusing.MALFORMED),
        ({"changed": "yesterday"}, refusing.MALFORMED),
        ({"answers": "who?"}, refusing.MALFORMED),
        ({"seats": -1}, refusing.MALFORMED),
        ({"seats": True}, refusing.MALFORMED),
        ({"seats": 1001}, refusing.MALFORMED),
        ({"more": 1}, refusing.MALFORMED),
    ],
)
def test_a_card_that_is_not_sound_is_refused(values, why):
    assert reason(cards.read, changed(CARD, **values), HUB) == why


def test_a_card_too_big_is_refused():
    assert reason(cards.read, changed(CARD, html="a" * 200_001), HUB) == refusing.TOO_BIG


def test_html_comes_to_rest():
    nasty = "<table><tr><td><p><a href='https://a.example/?a=1&b=2'>x</a><svg><img onerror=x>"
    content = cards.Content("note", "a", HUB, NOW, html=nasty)
    card = cards.read(cards.written(content, HUB, ID, "x"), HUB)
    assert "onerror" not in card.html


def test_a_manifest_is_read_as_it_was_written():
    assert manifests.read(manifests.written(MANIFEST), HUB, READER, NOW) == MANIFEST


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"schema": "kommunalhub.manifest/9"}, refusing.WRONG_VERSION),
        ({"audience": manifests.EVERYONE}, refusing.WRONG_HUB),
        ({"hub": READER}, refusing.WRONG_HUB),
        ({"made": "2026-11-18T12:10:01Z"}, refusing.TOO_EARLY),
        ({"expires": "2026-11-18T12:00:00Z"}, refusing.EXPIRED),
        ({"made": "9999-12-31T23:59:59Z"}, refusing.MALFORMED),
        ({"seq": 0}, refusing.MALFORMED),
        ({"seq": True}, refusing.MALFORMED),
        ({"seq": "3"}, refusing.MALFORMED),
        ({"prev": "x"}, refusing.MALFORMED),
        ({"items": {}}, refusing.MALFORMED),
        ({"items": [[ID, "x"]]}, refusing.MALFORMED),
        ({"items": [[ID, "a" * 64]] * 2}, refusing.MALFORMED),
        ({"items": [[["a"], "a" * 64]]}, refusing.MALFORMED),
        ({"tombstones": [[ID, 5]]}, refusing.MALFORMED),
        ({"seen": [0, "a"]}, refusing.MALFORMED),
        ({"seen": []}, refusing.MALFORMED),
        ({"more": 1}, refusing.MALFORMED),
    ],
)
def test_a_manifest_that_is_not_sound_is_refused(values, why):
    data = changed(manifests.written(MANIFEST), **values)
    assert reason(manifests.read, data, HUB, READER, NOW) == why


def test_clocks_may_differ_a_little_and_no_lease_is_endless():
    times = {"made": "2026-11-18T12:09:00Z", "expires": "2099-01-01T00:00:00Z"}
    data = changed(manifests.written(MANIFEST), **times)
    read = manifests.read(data, HUB, READER, NOW)
    assert read.expires == read.made + manifests.LONGEST_LEASE


KEY = signatures.new_key()
PUBLIC = signatures.public_of(KEY)


def test_a_question_is_heard_in_its_window_alone():
    header = asking.asked(KEY, READER, HUB, asking.READ, NOW)
    assert asking.sender_of(header) == READER
    nonce, made = asking.heard(header, PUBLIC, HUB, asking.READ, NOW + timedelta(minutes=10))
    assert made == NOW
    late, early = NOW + timedelta(minutes=11), NOW - timedelta(minutes=11)
    assert reason(asking.heard, header, PUBLIC, HUB, asking.READ, late) == refusing.EXPIRED
    assert reason(asking.heard, header, PUBLIC, HUB, asking.READ, early) == refusing.TOO_EARLY
    assert reason(asking.heard, header, PUBLIC, HUB, asking.KNOCK, NOW) == refusing.WRONG_HUB
    assert reason(asking.heard, header, PUBLIC, READER, asking.READ, NOW) == refusing.WRONG_HUB


@pytest.mark.parametrize(
    "header", ["", None, "a", "a.b", "ä.b", "e30.x..y", "W10.a..b", "x" * 5000]
)
def test_a_question_that_is_none_is_refused(header):
    assert reason(asking.heard, header, PUBLIC, HUB, asking.READ, NOW) in refusing.REASONS


def test_a_nonce_counts_once_and_is_forgotten_when_its_time_is_over():
    nonces = {}
    asking.note(nonces, "one", NOW, NOW)
    assert reason(asking.note, nonces, "one", NOW, NOW) == refusing.REPLAYED
    asking.note(nonces, "two", NOW, NOW + timedelta(minutes=11))
    assert nonces.keys() == {"two"}
