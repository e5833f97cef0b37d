"""From what an editor chose to groups, and to what the catalog keeps."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.partners.audience import rules
from kommunalhub.partners.audience.rules import Audience
from kommunalhub.partners.rules import FUNCTIONS
from kommunalhub.partners.rules import HUB_GROUPS

import pytest


PARTNERS = ("dataport", "lensahn", "malente", "oldenburg")
audiences = st.builds(
    Audience,
    partners=st.frozensets(st.sampled_from(PARTNERS)),
    functions=st.frozensets(st.sampled_from(FUNCTIONS)),
    groups=st.frozensets(st.sampled_from(sorted(HUB_GROUPS))),
)
homes = st.sampled_from((None, *PARTNERS))
roles = st.lists(st.sampled_from(("Owner", "Staff", "Anonymous", "HubManager", "Manager")))


@pytest.mark.parametrize(
    "audience, groups",
    [
        (Audience(), set()),
        (
            Audience(partners=frozenset({"malente"})),
            {"malente-staff", "malente-editors", "malente-reviewers"},
        ),
        (
            Audience(frozenset({"malente", "lensahn"}), frozenset({"reviewers"})),
            {"malente-reviewers", "lensahn-reviewers"},
        ),
        (
            Audience(functions=frozenset({"editors"})),
            {f"{partner}-editors" for partner in PARTNERS},
        ),
        (Audience(groups=frozenset({"hub-trainers"})), {"hub-trainers"}),
        (
            Audience(
                frozenset({"malente"}), frozenset({"staff"}), groups=frozenset({"hub-support"})
            ),
            {"malente-staff", "hub-support"},
        ),
    ],
)
def test_groups_that_were_chosen(audience, groups):
    assert audience.chosen(PARTNERS) == groups


@given(audiences, homes)
def test_those_who_look_after_it_always_read_it(audience, partner):
    found = rules.readers(audience, partner, PARTNERS)
    if audience.is_narrow:
        assert found == audience.chosen(PARTNERS) | rules.keepers(partner)
    else:
        assert found == set()


@given(audiences, audiences, homes)
def test_choosing_another_group_as_well_takes_nobody_away(one, other, partner):
    if not one.is_narrow:
        return
    both = Audience(one.partners, one.functions, one.groups | other.groups)
    assert rules.readers(one, partner, PARTNERS) <= rules.readers(both, partner, PARTNERS)


@given(audiences, homes)
def test_nobody_from_outside_is_ever_chosen(audience, partner):
    here = set(HUB_GROUPS) | {f"{one}-{each}" for one in PARTNERS for each in FUNCTIONS}
    assert rules.readers(audience, partner, PARTNERS) <= here


@given(roles)
def test_what_is_for_some_is_open_for_no_more(held):
    held = tuple(dict.fromkeys(held))
    assert rules.viewing_roles(held, False) == held
    narrow = rules.viewing_roles(held, True)
    assert not {"Staff", "Anonymous", "Authenticated"} & set(narrow)
    assert rules.viewing_roles(narrow, True) == narrow
    # a draft, open for those who write, is opened for nobody else
    opened = {"Staff", "Anonymous", "Reader"} & set(held)
    assert ("Reader" in narrow) == bool(opened)


@given(st.sets(st.sampled_from(("Owner", "Reader", "Manager", "Anonymous"))))
def test_tokens_name_whom_a_role_opens_it_for(opening):
    local = {"malente-staff": ("Reader",), "rolf": ("Owner",), "lensahn-editors": ("Editor",)}
    found = rules.index_tokens(opening, local)
    if "Anonymous" in opening:
        assert found == {"Anonymous"}
        return
    assert ("user:malente-staff" in found) == ("Reader" in opening)
    assert ("user:rolf" in found) == ("Owner" in opening)
    assert "user:lensahn-editors" not in found and "Owner" not in found


def test_the_catalog_knows_what_is_narrow():
    assert rules.catalog_values(Audience(), PARTNERS) == ()
    narrow = Audience(functions=frozenset({"editors"}), partners=frozenset({"malente"}))
    assert rules.catalog_values(narrow, PARTNERS) == ("narrow", "malente-editors")
