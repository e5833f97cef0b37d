"""Links in mails: only for what they were made, only as long as they are good."""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.core import links
from zope.annotation.interfaces import IAnnotations

import pytest


A_DAY = timedelta(days=1)


@pytest.fixture
def portal(integration):
    return integration["portal"]


def test_a_link_says_what_it_was_given(portal):
    key = links.sealed("a", ["uid", "Ä", 3])
    assert links.unsealed("a", key) == ["uid", "Ä", 3]
    assert links.unsealed("a", key, A_DAY) == ["uid", "Ä", 3]


def test_a_link_is_good_for_one_thing(portal):
    assert links.unsealed("b", links.sealed("a", ["uid"])) is None


def test_a_link_is_good_for_a_while(portal, monkeypatch):
    key, made = links.sealed("a", ["uid"]), formatting.now()
    monkeypatch.setattr(formatting, "now", lambda: made + A_DAY - timedelta(seconds=9))
    assert links.unsealed("a", key, A_DAY) == ["uid"]
    monkeypatch.setattr(formatting, "now", lambda: made + A_DAY + timedelta(seconds=9))
    assert links.unsealed("a", key, A_DAY) is None


@pytest.mark.parametrize("text", [None, "", 3, ["a"], "a.b", "ä.ü", "x" * 9000, "%00.%00"])
def test_what_was_not_made_here_is_nothing(portal, text):
    links.sealed("a", ["uid"])
    assert links.unsealed("a", text) is None


def test_another_secret_signs_nothing(portal):
    key = links.sealed("a", ["uid"])
    del IAnnotations(portal)[links.STORE]
    assert links.unsealed("a", key) is None
    links.sealed("a", ["uid"])
    assert links.unsealed("a", key) is None
