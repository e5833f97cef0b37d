"""@partners over HTTP, as the people who may and may not."""

import json


HEILIGENHAFEN = {
    "id": "heiligenhafen",
    "title": "Stadt Heiligenhafen",
    "short_title": "Heiligenhafen",
    "kind": "municipality",
    "colour": "#8a1c4a",
}


def test_staff_read_the_list(session):
    answer = session("malente-mitarbeit").get("/@partners")
    assert answer.status_code == 200
    ids = [item["id"] for item in answer.json()["items"]]
    assert ids == ["dataport", "lensahn", "malente", "oldenburg"]
    one = session("malente-mitarbeit").get("/@partners/lensahn").json()
    assert one["title"] == "Amt Lensahn"


def test_others_do_not(session):
    for person in (None, "gruenderin"):
        assert session(person).get("/@partners").status_code == 401


def test_only_hub_managers_change(session):
    for person in (None, "gruenderin", "malente-pruefung", "berater"):
        here = session(person)
        assert here.post("/@partners", json=HEILIGENHAFEN).status_code == 401
        assert here.patch("/@partners/malente", json={"title": "x"}).status_code == 401
        assert here.delete("/@partners/lensahn").status_code == 401
    items = session("hubleitung").get("/@partners").json()["items"]
    assert {item["title"] for item in items} >= {"Gemeinde Malente", "Amt Lensahn"}
    assert len(items) == 4


def test_a_hub_manager_adds_changes_and_removes(session):
    here = session("hubleitung")
    added = here.post("/@partners", json=HEILIGENHAFEN)
    assert added.status_code == 201
    assert added.headers["Location"].endswith("/@partners/heiligenhafen")
    assert added.json()["colour"] == "#8a1c4a"
    changed = here.patch("/@partners/heiligenhafen", json={"phone": "04362 000"})
    assert (changed.status_code, changed.json()["phone"]) == (200, "04362 000")


def test_a_partner_without_cases_is_removed(session):
    here = session("hubleitung")
    assert here.delete("/@partners/lensahn").status_code == 204
    assert here.get("/@partners/lensahn").status_code == 404


def test_bad_input_is_answered_at_its_field(session):
    here = session("hubleitung")
    for change, field in (
        ({"id": "Heiligen Hafen"}, "id"),
        ({"id": "malente"}, "id"),
        ({"id": None}, "id"),
        ({"id": 7}, "id"),
        ({"title": ""}, "title"),
        ({"title": ["x"]}, "title"),
        ({"kind": "kingdom"}, "kind"),
        ({"kind": ["x"]}, "kind"),
        ({"colour": "#f5c518"}, "colour"),
        ({"email": "rathaus"}, "email"),
        ({"partner_id": "x"}, "partner_id"),
    ):
        answer = here.post("/@partners", json=HEILIGENHAFEN | change)
        assert answer.status_code == 400, answer.text
        assert [error["field"] for error in answer.json()["errors"]] == [field]
    for body in ("[]", "nonsense", '"x"'):
        assert here.post("/@partners", data=body).status_code == 400
    assert here.get("/@partners").json()["items_total"] == 4


def test_a_form_of_another_site_adds_nothing(session):
    here = session("hubleitung")
    here.headers.update({"Accept": "text/html", "Content-Type": "text/plain"})
    body = json.dumps(HEILIGENHAFEN)
    assert here.post("/++api++/@partners", data=body).status_code == 415
    here.headers["Content-Type"] = "application/json"
    assert here.post("/++api++/@partners", data=body).status_code == 201


def test_errors_are_german(session):
    answer = session("hubleitung").post("/@partners", json=HEILIGENHAFEN | {"colour": "#f5c518"})
    assert "Farbe" in answer.json()["message"]


def test_a_partner_in_use_is_a_conflict(session):
    answer = session("hubleitung").delete("/@partners/oldenburg")
    assert answer.status_code == 409
    assert "Oldenburg" in answer.json()["message"]


def test_unknown_partners_are_not_found(session):
    here = session("hubleitung")
    assert here.get("/@partners/nirgendwo").status_code == 404
    assert here.patch("/@partners/nirgendwo", json={"title": "x"}).status_code == 404
    assert here.delete("/@partners/nirgendwo").status_code == 404
