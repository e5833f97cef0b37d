"""Which variants a page may show: without a site."""

from dataclasses import replace
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.editorial.variants import rules

import pytest


PUBLIC, RELEASED = "public", {"public", "internal"}
PAGE = rules.Variant("standard", "1", "/a", "A", "public", "malente")
PLAIN = rules.Variant("plain", "2", "/b", "B", "public", "malente")
STATES = st.sampled_from(("draft", "pending", "internal", "public"))


@pytest.mark.parametrize(
    ("page", "other", "is_shown"),
    [
        ("public", "public", True),
        ("public", "internal", False),
        ("internal", "internal", True),
        ("internal", "public", True),
        ("internal", "draft", False),
        ("draft", "draft", True),
    ],
)
def test_nobody_is_led_to_what_they_may_not_read(page, other, is_shown):
    found = rules.shown(replace(PAGE, state=page), [replace(PLAIN, state=other)], PUBLIC, RELEASED)
    assert bool(found) is is_shown


def test_all_stand_in_one_order_wherever_one_is():
    sign = replace(PLAIN, kind="sign", uid="3")
    from_plain = rules.shown(PLAIN, [sign, PLAIN, PAGE], PUBLIC, RELEASED)
    assert from_plain == rules.shown(PAGE, [PLAIN, sign], PUBLIC, RELEASED)
    assert [one.kind for one in from_plain] == ["standard", "plain", "sign"]


def test_another_administration_cannot_hang_itself_on():
    foreign = replace(PLAIN, partner="lensahn")
    assert rules.shown(PAGE, [foreign], PUBLIC, RELEASED) == []


@given(STATES, st.lists(STATES, max_size=4))
def test_a_public_page_leads_to_public_ones_alone(state, others):
    pages = [replace(PLAIN, uid=str(n + 2), state=one) for n, one in enumerate(others)]
    found = rules.shown(replace(PAGE, state=state), pages, PUBLIC, RELEASED)
    if state == PUBLIC:
        assert {one.state for one in found} <= {PUBLIC}
    assert len(found) != 1
