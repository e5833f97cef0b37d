"""Who has the key signs; each signature is for one kind of document."""

from datetime import datetime
from datetime import UTC
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from kommunalhub.lib.exchange import refusing
from kommunalhub.lib.exchange import signatures
from kommunalhub.lib.exchange.refusing import Refused

import jwt
import pytest


KEY, OTHER = signatures.new_key(), signatures.new_key()
PUBLIC = signatures.public_of(KEY)
HUB = "https://wilster.example/hub/netzwerk"
NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)


def refusal(data, signature, public=PUBLIC, typ=signatures.CARD):
    with pytest.raises(Refused) as refused:
        signatures.verify(data, signature, public, typ)
    return refused.value.reason


@settings(max_examples=40)
@given(st.binary(max_size=80), st.integers(0, 79), st.integers(1, 255))
def test_a_changed_byte_shows(data, at, by):
    signature = signatures.sign(data, KEY, signatures.CARD)
    signatures.verify(data, signature, PUBLIC, signatures.CARD)
    if data:
        changed = bytearray(data)
        changed[at % len(data)] ^= by
        assert refusal(bytes(changed), signature) == refusing.TAMPERED


def test_only_the_key_and_the_kind_that_signed_count():
    signature = signatures.sign(b"x", KEY, signatures.CARD)
    assert refusal(b"x", signature, signatures.public_of(OTHER)) == refusing.TAMPERED
    assert refusal(b"x", signature, typ=signatures.MANIFEST) == refusing.TAMPERED
    assert refusal(b"x", "") == refusing.UNSIGNED
    assert refusal(b"x", None) == refusing.UNSIGNED
    assert refusal(b"x", "a" * 2000) == refusing.MALFORMED
    assert refusal(b"x", "ä..b") == refusing.MALFORMED
    assert refusal(b"x", "a.b.c") == refusing.TAMPERED


@pytest.mark.parametrize("algorithm", ["none", "HS256"])
def test_no_other_way_of_signing_counts(algorithm):
    key = "" if algorithm == "none" else "k" * 64
    headers = {"typ": signatures.CARD}
    signature = jwt.PyJWS().encode(
        b"x", key, algorithm=algorithm, headers=headers, is_payload_detached=True
    )
    assert refusal(b"x", signature) == refusing.TAMPERED


def test_a_new_key_counts_when_the_old_one_says_so():
    third = signatures.new_key()
    changes = [
        signatures.change_of_key(HUB, KEY, signatures.public_of(OTHER), NOW),
        signatures.change_of_key(HUB, OTHER, signatures.public_of(third), NOW),
    ]
    current = signatures.public_of(third)
    for known in (PUBLIC, signatures.public_of(OTHER), current):
        assert signatures.follow(known, current, changes, HUB) == current
    for given_changes, hub in ((changes[1:], HUB), ([], HUB), (changes, HUB + "x"), ("no", HUB)):
        with pytest.raises(Refused):
            signatures.follow(PUBLIC, current, given_changes, hub)


def test_a_change_signed_by_another_key_leads_nowhere():
    forged = signatures.change_of_key(HUB, KEY, signatures.public_of(OTHER), NOW)
    forged["signature"] = signatures.sign(forged["document"].encode(), OTHER, signatures.KEY)
    with pytest.raises(Refused) as refused:
        signatures.follow(PUBLIC, signatures.public_of(OTHER), [forged], HUB)
    assert refused.value.reason == refusing.TAMPERED


@pytest.mark.parametrize("value", ["", None, 5, "a" * 42, "a" * 44, "ä" * 43, "_" * 42 + "b"])
def test_what_is_no_key_is_told_from_one(value):
    assert not signatures.is_key(value)
    assert signatures.is_key(PUBLIC)


def test_fingerprints_differ_and_can_be_read_out():
    groups = signatures.fingerprint(PUBLIC).split()
    assert [len(group) for group in groups] == [5] * 8
    assert signatures.fingerprint(PUBLIC) != signatures.fingerprint(signatures.public_of(OTHER))
