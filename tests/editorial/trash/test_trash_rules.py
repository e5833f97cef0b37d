"""How long things are kept, and for whom: without a site."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.editorial.trash import rules

import pytest


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))


@given(MOMENTS, MOMENTS, st.integers(rules.FEWEST_DAYS, rules.MOST_DAYS))
def test_keys_are_over_when_their_days_are(deleted, now, days):
    key = rules.new_key(deleted, "0" * 16)
    assert rules.is_key(key)
    is_over = key <= rules.first_kept(now, days)
    if abs(now - rules.kept_until(deleted, days)) > timedelta(seconds=1):
        assert is_over == (now > rules.kept_until(deleted, days))


@given(MOMENTS, MOMENTS)
def test_keys_are_sorted_as_things_were_deleted(one, other):
    if other - one >= timedelta(seconds=1):
        assert rules.new_key(one, "f" * 16) < rules.new_key(other, "0" * 16)


@pytest.mark.parametrize("text", ["", "0", "6", "366", "-3", "drei", "9" * 400, "1.5"])
def test_other_days_than_from_a_week_to_a_year_are_refused(text):
    with pytest.raises(ValueError):
        rules.days_wanted(text)


@pytest.mark.parametrize("partner", [None, "malente", "lensahn"])
def test_the_management_brings_back_everything(partner):
    assert rules.may_bring_back(partner, (), True)
    assert not rules.may_bring_back(partner, (), False)
