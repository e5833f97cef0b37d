"""„Warum?“ on a case: the page and @why."""

from kommunalhub.approvals.why import access
from plone import api

import pytest
import transaction


@pytest.fixture
def path(submitted):
    return f"malente/{submitted.getId()}"


@pytest.fixture
def why(client, path):
    """Return a function that gets @why of a person."""
    return lambda name: client(name).get(f"{path}/@why").json()


def causes(answer):
    return {
        person["id"]: [cause["title"] for cause in person["causes"]] for person in answer["people"]
    }


def test_why_a_step_is_blocked(why):
    steps = {step["id"]: step for step in why("malente-redaktion")["transitions"]}
    assert steps["withdraw"]["allowed"] is True
    assert steps["approve"]["allowed"] is False
    assert steps["approve"]["reason"] == "„Freigeben“ ist Aufgabe von: Prüfung Malente."
    assert steps["approve"]["fixable_by"] == [
        {"id": "malente-reviewers", "title": "Prüfung Malente"}
    ]
    steps = {step["id"]: step for step in why("malente-pruefung")["transitions"]}
    assert steps["approve"]["allowed"] is True
    assert steps["withdraw"]["fixable_by"] == [
        {"id": "owner", "title": "die antragstellende Person"}
    ]


def test_everybody_with_access_has_a_cause(why):
    answer = why("malente-pruefung")
    assert causes(answer) == {
        "malente-redaktion": ["hat den Vorgang angelegt", "gehört zu: Redaktion Malente"],
        "malente-mitarbeit": ["gehört zu: Mitarbeitende Malente"],
        "malente-pruefung": ["gehört zu: Prüfung Malente"],
        "malente-pruefung2": ["gehört zu: Prüfung Malente"],
        "malente-beides": ["gehört zu: Redaktion Malente", "gehört zu: Prüfung Malente"],
        "hubleitung": ["Aufgabe im Hub: Hub-Leitung"],
    }
    assert answer["everybody"] == []
    assert [cause["title"] for cause in answer["you"]] == ["gehört zu: Prüfung Malente"]


def test_those_listed_are_those_who_see_it(submitted, why):
    listed = set(causes(why("hubleitung")))
    seeing = {
        user.getId()
        for user in api.user.get_users()
        if "View" in api.user.get_permissions(user=user, obj=submitted)
        and api.user.get_permissions(user=user, obj=submitted)["View"]
    }
    assert seeing <= listed
    assert {"lensahn-pruefung"}.isdisjoint(listed)


def test_an_applicant_from_outside_learns_their_own_cause_alone(web, travel, client, visit):
    with api.env.adopt_roles(["Manager"]):
        api.user.create(
            username="gruenderin", email="g@example.org", password="Ein-langes-Kennwort-2026"
        )
        web.malente.manage_setLocalRoles("gruenderin", ["Editor"])
        case = travel(web, by="gruenderin", state="submitted")
        web.malente.manage_delLocalRoles(["gruenderin"])
    transaction.commit()
    path = f"malente/{case.getId()}"
    answer = client("gruenderin").get(f"{path}/@why").json()
    assert [cause["kind"] for cause in answer["you"]] == ["applicant"]
    assert answer["people"] is None
    assert answer["more"] is None
    page = visit("gruenderin", f"{path}/@@warum").text
    assert "hat den Vorgang angelegt" in page
    assert "Petra Malente" not in page
    assert "Wer diesen Vorgang sieht" not in page


def test_a_single_grant_is_told(web, submitted, why):
    with api.env.adopt_roles(["Manager"]):
        submitted.manage_setLocalRoles("lensahn-pruefung", ["Colleague"])
        submitted.reindexObjectSecurity()
    transaction.commit()
    assert causes(why("hubleitung"))["lensahn-pruefung"] == [
        "wurde einzeln berechtigt, hier oder an einem Ordner darüber"
    ]


def test_people_whom_one_may_not_find_are_counted(web, submitted, why, client):
    with api.env.adopt_roles(["Manager"]):
        submitted.manage_setLocalRoles("lensahn-pruefung", ["Colleague"])
        submitted.reindexObjectSecurity()
    transaction.commit()
    answer = why("malente-mitarbeit")
    assert "lensahn-pruefung" not in causes(answer)
    assert answer["more"] >= 1


@pytest.mark.parametrize("name", ["lensahn-pruefung", None])
def test_others_learn_nothing(client, path, name):
    assert client(name).get(f"{path}/@why").status_code == 404
    answer = client(name, accept="text/html").get(f"{path}/@@warum", allow_redirects=False)
    assert answer.status_code in (302, 401, 403, 404)


def test_the_page(visit, path):
    lines = visit("malente-mitarbeit", f"{path}/@@warum").all("ul.rows > li")
    assert any(line.startswith("Freigeben für Sie nicht möglich") for line in lines)
    assert "gehört zu: Mitarbeitende Malente solange die Zugehörigkeit besteht" in lines
    assert any(line.startswith("Petra Malente gehört zu: Prüfung Malente") for line in lines)
    case = visit("malente-mitarbeit", path)
    assert case.tree.cssselect("a[href$='@@warum']")


def test_no_user_is_woken_that_has_no_access(portal, travel, monkeypatch):
    """The list asks groups; it never walks over all users."""
    case = travel(portal, state="submitted")

    search = portal.acl_users.searchUsers

    def exact(**options):
        assert options.get("exact_match"), "asked for all users"
        return search(**options)

    monkeypatch.setattr(portal.acl_users, "searchUsers", exact)
    with api.env.adopt_user(username="hubleitung"):
        people, _hidden = access.people_with_access(case)
    assert "Petra Malente" in [name for _id, name, _causes in people]
