"""No field answers a wrong kind of value with 500: its name is told, and nothing is kept."""

from plone import api
from security.walk import doors

import pytest
import transaction


#: Kinds of values, one of which is wrong for every field.
VALUES = (
    [],
    {},
    5,
    -1,
    True,
    1.5,
    "",
    "x",
    [None],
    [{}],
    [[1]],
    {"a": []},
    {"token": []},
    {"data": 5},
    {"data": "x", "encoding": "quatsch"},
    {"data": "x", "encoding": "base64"},
    10**30,
    "9" * 400,
    "javascript:alert(1)",
    "2026-13-45",
    "9999-12-31T23:59:59+14:00",
    "0001-01-01T00:00:00",
    "NaN",
    {"@id": "/nixda"},
    {"UID": []},
    None,
)
#: Those of them that are sent for one field alone, of the types that are cases or found by many.
WRONGEST = ([], {}, 5, "x", "9999-12-31T23:59:59+14:00", None)
OURS = {
    "FundingConsultation",
    "FundingProgramme",
    "FundingLesson",
    "CoworkingApplication",
    "SupportTicket",
    "Space",
    "WorkshopMaterial",
    "Exhibit",
    "Event",
}
#: What plone.restapi reads besides the fields.
BESIDE = ("id", "layout", "ordering", "blocks", "blocks_layout", "UID", "language", "default_page")


@pytest.fixture
def fields(functional):
    return doors.fields()


def test_changing_all_fields_at_once(walker, fields):
    walk = walker("chefin")
    for path, thing in walk.things.items():
        names = [*fields[thing.portal_type], *BESIDE]
        for value in VALUES:
            answer = walk.ask("PATCH", path, json=dict.fromkeys(names, value))
            assert answer.status_code not in (401, 403, 404), path
            assert answer.status_code in (200, 204, 500) or answer.json()["message"]
    assert not walk.failures, walk.told()
    assert walk.asked > 200


def test_changing_one_field(walker, fields):
    walk = walker("chefin")
    for path, thing in walk.things.items():
        if thing.portal_type in OURS:
            for name in (*fields[thing.portal_type], *BESIDE):
                for value in WRONGEST:
                    walk.ask("PATCH", path, json={name: value})
    assert not walk.failures, walk.told()
    assert walk.asked > 500


def test_making_something_of_wrong_values(walker, fields):
    walk = walker("chefin")
    for portal_type, names in fields.items():
        if portal_type == "Plone Site":
            continue
        path = next((p for p, thing in walk.things.items() if thing.portal_type == portal_type), "")
        place = path.rpartition("/")[0]
        for value in VALUES:
            body = {**dict.fromkeys([*names, *BESIDE], value), "@type": portal_type}
            walk.ask("POST", place, json=body)
            walk.ask("POST", place, json={**body, "title": "Neu"})
            walk.ask("POST", place, json={"@type": portal_type, "title": value})
            walk.ask("POST", place, json={"@type": value, "title": "Neu"})
    assert not walk.failures, walk.told()
    assert walk.asked > 500


@pytest.mark.parametrize(
    ("portal_type", "name", "value"),
    [
        ("FundingConsultation", "topics", {}),
        ("FundingConsultation", "programmes", {}),
        ("FundingConsultation", "start_date", []),
        ("WorkshopMaterial", "file", 5),
        ("WorkshopMaterial", "level", []),
        ("Space", "kind", {"token": []}),
        ("Event", "start", 5),
        ("Event", "start", "2026-13-45"),
        ("Event", "event_url", "javascript:alert(1)"),
        ("Event", "start", "9999-12-31T00:00:00"),
        ("News Item", "expires", "0001-01-01T00:00:00"),
        ("FundingProgramme", "details", [None]),
        ("News Item", "text", []),
        ("News Item", "relatedItems", {"a": 1}),
    ],
)
def test_the_field_is_named_and_nothing_is_kept(walker, portal_type, name, value):
    walk = walker("chefin")
    path, thing = next(item for item in walk.things.items() if item[1].portal_type == portal_type)
    answer = walk.ask("PATCH", path, json={"title": "Geändert", name: value})
    assert answer.status_code == 400
    assert f"'field': '{name}'" in answer.json()["message"]
    transaction.begin()
    assert api.content.get(f"/{path}").title == "Probe"
