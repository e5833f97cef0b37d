"""Documents: one way to write each, and nothing else is read."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.lib.exchange import refusing
from kommunalhub.lib.exchange import texts
from kommunalhub.lib.exchange.refusing import Refused

import pytest


WORDS = st.text(st.characters(codec="utf-8"), max_size=8)
PLAIN = st.none() | st.booleans() | st.integers(-texts.GREATEST, texts.GREATEST) | WORDS
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=8,
)


@given(VALUES)
def test_what_is_written_is_read_and_written_alike(value):
    data = texts.written(value)
    try:
        assert texts.written(texts.read(data)) == data
    except Refused as refused:
        assert refused.reason == refusing.TOO_DEEP


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data):
    try:
        texts.read(data)
    except Refused as refused:
        assert refused.reason in refusing.REASONS


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"[" * 9 + b"]" * 9, refusing.TOO_DEEP),
        (b"[" * 3_000_000, refusing.TOO_DEEP),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, refusing.TOO_DEEP),
        (b'"' + b"a" * 4_000_000 + b'"', refusing.TOO_BIG),
        (b'"' + b'\\"' * 1_900_000, refusing.MALFORMED),
        (b'"a' * 1_300_001, refusing.MALFORMED),
        (b'"\\', refusing.MALFORMED),
        (b'{"a":1,"a":2}', refusing.MALFORMED),
        (b"1.5", refusing.MALFORMED),
        (b"NaN", refusing.MALFORMED),
        (b"9" * 5000, refusing.MALFORMED),
        (b"\xff", refusing.MALFORMED),
        (b"", refusing.MALFORMED),
    ],
)
def test_what_is_no_sound_document_is_refused(data, reason):
    with pytest.raises(Refused) as refused:
        texts.read(data)
    assert refused.value.reason == reason


def test_brackets_in_strings_are_not_deep():
    assert texts.read(b'["[[[[[[[[[[\\"[[[["]') == ['[[[[[[[[[["[[[[']


@pytest.mark.parametrize("text", ["2026-13-01T00:00:00Z", "2026-11-18T12:00:00", "", None, 5])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(Refused):
        texts.moment_of(text)
