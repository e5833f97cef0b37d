"""The rules of partners, without a site."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.lib import colours
from kommunalhub.partners import rules

import pytest


PARTNERS = ("dataport", "lensahn", "malente", "oldenburg")
partner = st.sampled_from(PARTNERS)
partners = st.lists(partner, unique=True)
group = st.sampled_from(
    [g for p in PARTNERS for g in rules.groups_of(p).values()] + [*rules.HUB_GROUPS, "other"]
)
groups = st.lists(group, unique=True)


@given(partner, partners)
def test_only_reviewers_review_and_only_of_this_partner(mine, asked):
    for group_id, roles in rules.local_roles(mine, asked).items():
        assert ("Reviewer" in roles) == (group_id == f"{mine}-reviewers")
        assert ("Editor" in roles) == (group_id == f"{mine}-editors")
        assert ("Consenter" in roles) == (group_id.removesuffix("-reviewers") in asked)


@given(groups, partner, partners)
def test_people_of_others_hold_nothing(group_ids, mine, asked):
    involved = {mine, *asked}
    if not involved & set(rules.partners_of(group_ids, PARTNERS)):
        assert rules.roles_of(group_ids, mine, asked) == set()


@given(groups, partner, partners)
def test_brains_and_objects_agree(group_ids, mine, asked):
    table = rules.local_roles(mine, asked)
    expected = {role for group_id in group_ids for role in table.get(group_id, ())}
    assert rules.roles_of(group_ids, mine, asked) == expected


@given(partner, groups, groups)
def test_more_groups_never_take_a_role_away(mine, some, more):
    assert rules.roles_of(some, mine) <= rules.roles_of([*some, *more], mine)


def test_computed_roles_never_contain_a_powerful_one():
    powerful = {"Manager", "HubManager", "Site Administrator", "Owner", "Consultant", "Trainer"}
    given = {role for roles in rules.LOCAL_ROLES.values() for role in roles} | {rules.CONSENTER}
    assert not powerful & given


def test_nobody_on_an_object_without_partner():
    assert dict(rules.local_roles(None)) == {}


def test_asked_host_reviews_and_consents():
    table = rules.local_roles("oldenburg", ["oldenburg"])
    assert table["oldenburg-reviewers"] == ("Colleague", "Reviewer", "Consenter")


def test_table_cannot_be_changed_by_a_caller():
    with pytest.raises(TypeError):
        rules.local_roles("malente")["lensahn-staff"] = ("Reviewer",)


@given(partners, st.sampled_from([None, *PARTNERS]), partner)
def test_the_default_can_be_picked(own, folder, host):
    default = rules.default_partner(folder, tuple(own), host)
    refusal = rules.pick_refusal(
        default, folder=folder, stored=None, own=tuple(own), host=host, free=False
    )
    assert refusal is None


@pytest.mark.parametrize(
    "partner, folder, stored, own, free, answer",
    [
        ("malente", "malente", None, ("malente",), False, None),
        ("malente", "lensahn", None, ("malente",), False, "folder"),
        ("lensahn", "lensahn", None, ("malente",), False, None),  # adding there is a permission
        ("malente", "lensahn", None, (), True, "folder"),
        ("lensahn", None, None, ("malente",), False, "foreign"),
        ("lensahn", None, None, ("malente",), True, None),
        ("lensahn", None, "lensahn", ("malente",), False, None),  # left as it was
        ("oldenburg", None, None, (), False, None),  # an external applicant asks the host
        ("malente", None, None, (), False, "foreign"),
    ],
)
def test_who_may_pick_which_partner(partner, folder, stored, own, free, answer):
    assert answer == rules.pick_refusal(
        partner, folder=folder, stored=stored, own=own, host="oldenburg", free=free
    )


@pytest.mark.parametrize(
    "partner, error",
    [
        ("heiligenhafen", None),
        ("gross-groemitz2", None),
        ("a", "length"),
        ("a" * 31, "length"),
        ("Malente", "form"),
        ("grömitz", "form"),
        ("malente-", "form"),
        ("1malente", "form"),
        ("ma/lente", "form"),
        ("malente\n", "form"),
        ("", "form"),
        ("hub", "reserved"),
    ],
)
def test_ids_of_partners(partner, error):
    assert rules.id_error(partner) == error


@pytest.mark.parametrize(
    "colour, error",
    [
        ("#0b4f5c", None),
        ("#000000", None),
        ("#767676", None),  # 4.54:1, the lightest grey that passes
        ("#777777", "contrast"),
        ("#f5c518", "contrast"),
        ("red", "form"),
        ("#fff", "form"),
        ("#0b4f5c; }", "form"),
    ],
)
def test_colours(colour, error):
    assert colours.writing_error(colour) == error


@pytest.mark.parametrize(
    "groups, roles, sees",
    [
        (["hub-consultants"], ["Staff", "Consultant"], True),
        (["hub-support"], ["Staff"], True),
        (["malente-staff", "hub-trainers"], ["Staff"], True),
        (["malente-reviewers"], ["Staff"], False),
        ([], ["Member"], False),
        ([], ["Manager"], True),
    ],
)
def test_who_finds_everybody(groups, roles, sees):
    assert rules.sees_everybody(groups, roles) is sees


@given(partners)
def test_everybody_finds_the_people_of_the_hub_and_of_their_own_partners(own):
    found = set(rules.visible_groups(own))
    assert set(rules.HUB_GROUPS) <= found
    for partner_id in PARTNERS:
        assert set(rules.groups_of(partner_id).values()).isdisjoint(found) == (
            partner_id not in own
        )
