"""What may be kept of a person's page."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.core.blocks import Arrangement
from kommunalhub.site.mine import rules


@given(st.lists(st.text(max_size=80), max_size=80), st.frozensets(st.text(max_size=5)))
def test_what_is_kept_is_bounded(order, hidden):
    kept = rules.clean(Arrangement(tuple(order), hidden | {"waiting"}))
    assert len(kept.order) <= rules.MOST_NAMES
    assert all(len(name) <= rules.LONGEST_NAME for name in kept.order)
    assert "waiting" not in kept.hidden


def test_addresses_are_of_the_web_or_of_this_site():
    assert rules.errors_in("Plan", "") != {}
    assert rules.errors_in("Plan", "", needs_address=False) == {}
    assert set(rules.errors_in("", "ftp://x")) == {"title", "address"}
