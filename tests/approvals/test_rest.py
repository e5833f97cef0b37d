"""The services: what a client may, must not, and gets wrong; German to whoever asks."""

from kommunalhub.approvals.interfaces import IJournal
from plone import api

import pytest
import transaction


@pytest.fixture
def path(submitted):
    return f"malente/{submitted.getId()}"


def state_of(case):
    transaction.begin()
    return api.content.get_state(case)


def test_a_decision_over_rest(client, submitted, path):
    response = client("malente-pruefung").post(
        f"{path}/@workflow/approve", json={"comment": "Gute Reise!"}
    )
    assert response.status_code == 200
    body = response.json()
    assert body["review_state"] == "approved"
    assert body["title"] == "Freigegeben"
    assert (body["action"], body["actor"], body["comments"]) == (
        "approve",
        "malente-pruefung",
        "Gute Reise!",
    )
    assert state_of(submitted) == "approved"
    assert submitted.EffectiveDate() == "None"


def test_four_eyes_over_rest(web, client, travel):
    case = travel(web, by="malente-beides", state="submitted")
    transaction.commit()
    response = client("malente-beides").post(f"malente/{case.getId()}/@workflow/approve", json={})
    assert response.status_code == 403
    body = response.json()
    assert body["type"] == "NotAllowed"
    assert "kann jede andere Person aus ‚Prüfung Malente‘" in body["message"]
    assert body["fixable_by"] == [{"id": "malente-reviewers", "title": "Prüfung Malente"}]
    assert state_of(case) == "submitted"


def test_a_patch_bars_its_author(client, submitted, path):
    both = client("malente-beides")
    assert both.patch(path, json={"title": "Reise nach Lübeck"}).status_code == 204
    assert both.post(f"{path}/@workflow/approve", json={}).status_code == 403
    transaction.begin()
    assert submitted.last_editor == "malente-beides"
    assert list(IJournal(submitted))[-1]["fields"] == ["title"]


def test_what_a_case_keeps_cannot_be_set_from_outside(client, submitted, path):
    before = (submitted.case_number, submitted.last_editor, submitted.due)
    response = client("hubleitung").patch(
        path,
        json={"case_number": "T-1", "last_editor": "x", "due": None, "__annotations__": {}},
    )
    assert response.status_code == 400
    transaction.begin()
    assert (submitted.case_number, submitted.last_editor, submitted.due) == before
    assert IJournal(submitted).verify() is None


@pytest.mark.parametrize("body", [{}, {"comment": ""}, {"comment": "  "}, {"comment": None}])
def test_a_missing_reason(client, submitted, path, body):
    response = client("malente-pruefung").post(f"{path}/@workflow/return", json=body)
    assert response.status_code == 400
    answer = response.json()
    assert answer["type"] == "ReasonRequired"
    assert answer["field"] == "comment"
    assert answer["errors"][0]["field"] == "comment"
    assert answer["message"].startswith("Bitte begründen Sie")
    assert state_of(submitted) == "submitted"


@pytest.mark.parametrize("body", ['{"comment": 5}', '{"comment": ["a"]}', "[]", "{", '"x"'])
def test_a_body_that_does_not_fit(client, submitted, path, body):
    said = {"Content-Type": "application/json"}
    reviewer = client("malente-pruefung")
    response = reviewer.post(f"{path}/@workflow/return", data=body, headers=said)
    assert response.status_code == 400
    assert state_of(submitted) == "submitted"


def test_a_form_of_another_site_is_refused(client, submitted, path):
    """`++api++` works without an Accept header of its own."""
    reviewer = client("malente-pruefung", accept="text/html")
    site = submitted.absolute_url().rpartition("/malente")[0]
    for body in ("", '{"comment": "x"}'):
        answer = reviewer.post(
            f"{site}/++api++/{path}/@workflow/approve",
            data=body,
            headers={"Content-Type": "text/plain"},
        )
        assert answer.status_code == 415
    assert state_of(submitted) == "submitted"


@pytest.mark.parametrize(
    ("name", "transition", "status"),
    [
        (None, "approve", 401),
        ("lensahn-pruefung", "approve", 401),
        ("malente-mitarbeit", "approve", 403),
        ("malente-redaktion", "approve", 403),
        ("hubleitung", "approve", 403),
        ("malente-pruefung", "close", 400),
        ("malente-pruefung", "submit", 409),  # somebody has done that already
        ("malente-pruefung", "unheard-of", 400),
    ],
)
def test_who_may_not(client, submitted, path, name, transition, status):
    response = client(name).post(f"{path}/@workflow/{transition}", json={"comment": "Warum?"})
    assert response.status_code in ({401, 403, 404} if status == 401 else {status})
    assert state_of(submitted) == "submitted"


def test_too_late(client, submitted, path):
    first = client("malente-pruefung").post(f"{path}/@workflow/approve", json={})
    assert first.status_code == 200
    second = client("malente-pruefung2").post(
        f"{path}/@workflow/reject", json={"comment": "Nein.", "seen_state": "submitted"}
    )
    assert second.status_code == 409
    body = second.json()
    assert body["type"] == "AlreadyDecided"
    assert "Petra Malente hat am" in body["message"]
    assert body["decided"]["actor"] == "malente-pruefung"
    assert state_of(submitted) == "approved"


def test_the_inbox(web, client, submitted):
    response = client("malente-pruefung").get("@inbox")
    assert response.status_code == 200
    body = response.json()
    assert body["items_total"] == 1
    [item] = body["items"]
    assert item["@id"] == submitted.absolute_url()
    assert item["UID"] == submitted.UID()
    assert item["title"] == "Reise nach Kiel"
    assert item["partner"] == "malente"
    assert item["review_state"] == "submitted"
    assert item["due"] == submitted.due.isoformat()
    assert item["overdue"] is False
    assert [act["id"] for act in item["transitions"]] == ["approve", "return", "reject"]
    assert [act["needs_reason"] for act in item["transitions"]] == [False, True, True]
    assert "batching" not in body


def test_the_inbox_in_batches(web, client, travel):
    for number in range(3):
        travel(web, state="submitted", title=f"Reise {number}")
    transaction.commit()
    reviewer = client("malente-pruefung")
    body = reviewer.get("@inbox?b_size=2").json()
    assert (len(body["items"]), body["items_total"]) == (2, 3)
    assert "next" in body["batching"]
    assert len(reviewer.get(body["batching"]["next"]).json()["items"]) == 1
    for query in ("b_size=0", "b_size=-1", "b_start=-5", "b_size=x", "type=Unheard"):
        assert reviewer.get(f"@inbox?{query}").status_code == 400, query


@pytest.mark.parametrize("name", ["lensahn-pruefung", "malente-redaktion", "hubleitung"])
def test_the_inbox_of_others_is_empty(client, submitted, name):
    body = client(name).get("@inbox").json()
    assert (body["items"], body["items_total"]) == ([], 0)


@pytest.mark.parametrize("service", ["@inbox", "@submitted"])
def test_lists_are_for_people_who_are_signed_in(web, client, service):
    assert client().get(service).status_code == 401
    assert client().post("@inbox-decide", json={}).status_code == 401


def test_what_i_submitted(client, submitted):
    body = client("malente-redaktion").get("@submitted").json()
    assert [item["UID"] for item in body["items"]] == [submitted.UID()]
    assert client("malente-beides").get("@submitted").json()["items_total"] == 0


def test_deciding_on_several(web, client, travel):
    good, mine = (travel(web, by=by, state="submitted") for by in ("hubleitung", "malente-beides"))
    transaction.commit()
    response = client("malente-beides").post(
        "@inbox-decide",
        json={"uids": [good.UID(), mine.UID(), "nowhere"], "transition": "approve"},
    )
    assert response.status_code == 200
    done, refused, unknown = response.json()["results"]
    assert (done["UID"], done["status"], done["review_state"]) == (good.UID(), "done", "approved")
    assert (refused["status"], refused["error"]["type"]) == ("failed", "NotAllowed")
    assert refused["error"]["fixable_by"][0]["id"] == "malente-reviewers"
    assert (unknown["status"], "@id" in unknown) == ("failed", False)
    assert state_of(good) == "approved"
    assert state_of(mine) == "submitted"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "uids"),
        ({"uids": []}, "uids"),
        ({"uids": "abc"}, "uids"),
        ({"uids": [1]}, "uids"),
        ({"uids": ["a"] * 101}, "uids"),
        ({"uids": ["a"]}, "transition"),
        ({"uids": ["a"], "transition": {}}, "transition"),
        ({"uids": ["a"], "transition": "approve", "comment": 1}, "comment"),
        ({"uids": ["a"], "transition": "approve", "seen": []}, None),
        ({"uids": ["a"], "transition": "approve", "seen": "x"}, "seen"),
        ({"uids": ["a"], "transition": "approve", "seen": {"a": 1}}, "seen"),
    ],
)
def test_several_asked_wrongly(web, client, body, field):
    response = client("malente-pruefung").post("@inbox-decide", json=body)
    if field is None:
        assert response.status_code == 200
    else:
        assert response.status_code == 400
        assert f"'field': '{field}'" in response.json()["message"]


def test_the_journal(client, submitted, path):
    client("malente-pruefung").post(f"{path}/@workflow/return", json={"comment": "Warum?"})
    response = client("malente-redaktion").get(f"{path}/@journal")
    assert response.status_code == 200
    body = response.json()
    assert body["verified"] is True
    assert body["broken"] is None
    assert [entry["kind"] for entry in body["entries"]] == ["created", "transition", "transition"]
    last = body["entries"][-1]
    assert (last["actor"], last["action"], last["from"], last["to"], last["comment"]) == (
        "malente-pruefung",
        "return",
        "submitted",
        "returned",
        "Warum?",
    )
    assert last["to_title"] == "Zur Überarbeitung"
    assert last["previous"] == body["entries"][-2]["hash"]


@pytest.mark.parametrize("name", [None, "lensahn-pruefung"])
def test_the_journal_is_for_those_who_see_the_case(client, submitted, path, name):
    assert client(name).get(f"{path}/@journal").status_code in (401, 403, 404)


def test_the_journal_cannot_be_written(client, submitted, path):
    for method in ("post", "put", "patch", "delete"):
        response = getattr(client("hubleitung"), method)(f"{path}/@journal", json={})
        assert response.status_code in (401, 404, 405), method
    transaction.begin()
    assert len(IJournal(submitted)) == 2


def test_a_document_over_rest_counts_and_is_checked(client, submitted, path):
    both = client("malente-beides")

    def send(filename, data):
        file = {"data": data, "encoding": "base64", "filename": filename}
        return both.post(path, json={"@type": "File", "title": filename, "file": file})

    assert send("seite.html", "PHA+").status_code == 400
    assert send("plan.pdf", "JVBERi0xLjc=").status_code == 201
    transaction.begin()
    assert submitted.objectIds() == ["plan.pdf"]
    assert submitted.last_editor == "malente-beides"
    assert both.post(f"{path}/@workflow/approve", json={}).status_code == 403
    assert both.delete(f"{path}/plan.pdf").status_code == 204


def test_webdav_is_no_way_round(client, submitted, path):
    both = client("malente-beides", accept="*/*")
    text = "title: Reise nach Husum\n\nAnderes Ziel"
    both.put(path, data=text, headers={"Content-Type": "text/plain"})
    transaction.begin()
    changed = submitted.title != "Reise nach Kiel"
    answer = client("malente-beides").post(f"{path}/@workflow/approve", json={})
    assert answer.status_code == (403 if changed else 200)
    for method in ("PROPPATCH", "MKCOL", "DELETE"):
        assert client("malente-pruefung", accept="*/*").request(method, path).status_code >= 400
