"""@conversation over HTTP, and that a note reaches the applicant through no channel."""

from AccessControl.security import newInteraction
from concurrent.futures import ThreadPoolExecutor
from kommunalhub.approvals.casefile.contents import data_of
from kommunalhub.approvals.clock import operations as clock
from kommunalhub.approvals.conversation import operations
from kommunalhub.approvals.interfaces import IJournal
from plone import api

import json
import pytest
import transaction


SECRET = "Zwiebelturmgeheimnis"
APPLICANT = "malente-redaktion"
REVIEWER = "malente-pruefung"
PDF = {"filename": "Plan.pdf", "data": "JVBERi0xLjc="}


@pytest.fixture
def path(submitted):
    return f"malente/{submitted.getId()}"


@pytest.fixture
def say(client, path):
    """Return a function that posts to @conversation."""

    def say(name, kind, text="", **more):
        body = {"kind": kind, "text": text, **more}
        return client(name).post(f"{path}/@conversation", json=body)

    return say


def test_question_and_answer(say, client, path, submitted):
    asked = say(REVIEWER, "question", "Mit der Bahn?")
    assert asked.status_code == 201
    assert asked.json()["open"] == [3]
    assert asked.json()["may"] == ["question", "note"]
    inbox = client(APPLICANT).get("@inbox").json()
    assert [item["UID"] for item in inbox["items"]] == [submitted.UID()]
    assert inbox["items"][0]["due"] is None
    seen = client(APPLICANT).get(f"{path}/@conversation").json()
    assert [(entry["kind"], entry["comment"]) for entry in seen["entries"]] == [
        ("question", "Mit der Bahn?")
    ]
    assert seen["may"] == ["answer"]
    answered = say(APPLICANT, "answer", "Ja.", question=3, files=[PDF])
    assert answered.status_code == 201
    assert answered.json()["open"] == []
    assert answered.json()["entries"][-1]["fields"] == ["Plan.pdf"]
    transaction.begin()
    assert submitted.objectIds() == ["plan.pdf"]
    assert not clock.is_paused(submitted)
    assert client(APPLICANT).get("@inbox").json()["items_total"] == 0
    kinds = [entry["kind"] for entry in client(APPLICANT).get(f"{path}/@journal").json()["entries"]]
    assert kinds == ["created", "transition", "question", "file", "answer"]


@pytest.mark.parametrize(
    ("name", "body", "field"),
    [
        (REVIEWER, {"kind": "question", "text": " "}, "text"),
        (REVIEWER, {"kind": "question"}, "text"),
        (REVIEWER, {"kind": "note", "text": "x" * 5001}, "text"),
        (REVIEWER, {"kind": "note", "text": ["x"]}, "text"),
        (REVIEWER, {"kind": "gossip", "text": "x"}, "kind"),
        (APPLICANT, {"kind": "answer", "text": ""}, "text"),
        (APPLICANT, {"kind": "answer", "text": "x", "question": "3"}, "question"),
        (APPLICANT, {"kind": "answer", "text": "x", "files": [{"filename": "a"}]}, "files"),
        (
            APPLICANT,
            {"kind": "answer", "text": "x", "files": [{**PDF, "filename": "a.html"}]},
            "files",
        ),
    ],
)
def test_what_does_not_fit(say, client, path, submitted, name, body, field):
    say(REVIEWER, "question", "Wann?")
    answer = client(name).post(f"{path}/@conversation", json=body)
    assert answer.status_code == 400
    assert f'"{field}"' in answer.text.replace("'", '"')
    transaction.begin()
    assert len(IJournal(submitted)) == 3
    assert submitted.objectIds() == []


@pytest.mark.parametrize(
    ("name", "kind", "status"),
    [
        (APPLICANT, "question", 403),
        (APPLICANT, "note", 403),
        (REVIEWER, "answer", 403),
        ("malente-mitarbeit", "answer", 403),
        ("malente-mitarbeit", "note", 403),
        ("lensahn-pruefung", "question", 404),
        (None, "question", 404),
    ],
)
def test_who_may_not(say, client, path, submitted, name, kind, status):
    say(REVIEWER, "question", "Wann?")
    answer = client(name).post(f"{path}/@conversation", json={"kind": kind, "text": "Hallo"})
    assert answer.status_code == status
    transaction.begin()
    assert len(IJournal(submitted)) == 3


def test_a_form_of_another_site_is_refused(client, path, submitted):
    session = client(REVIEWER, accept="*/*")
    answer = session.post(f"{path}/@conversation", data={"kind": "note", "text": "x"})
    assert answer.status_code in (403, 404, 405)
    transaction.begin()
    assert len(IJournal(submitted)) == 2


def test_taking_a_question_back(say, client, path, submitted):
    reviewer = client(REVIEWER)
    assert reviewer.delete(f"{path}/@conversation/3").status_code == 404
    say(REVIEWER, "question", "Wann?")
    assert client(APPLICANT).delete(f"{path}/@conversation/3").status_code == 403
    assert reviewer.delete(f"{path}/@conversation/2").status_code == 404
    assert reviewer.delete(f"{path}/@conversation/3").status_code == 204
    late = say(APPLICANT, "answer", "Morgen.", question=3)
    assert late.status_code == 409
    assert late.json()["decided"]["actor"] == REVIEWER
    assert say(APPLICANT, "answer", "Morgen.").status_code == 400
    assert reviewer.delete(f"{path}/@conversation/3").status_code == 409


@pytest.mark.parametrize("attempt", range(2))
def test_answered_and_taken_back_at_once(say, client, path, submitted, attempt):
    say(REVIEWER, "question", "Wann?")
    answer, withdraw = client(APPLICANT), client(REVIEWER)
    body = {"kind": "answer", "text": "Morgen.", "question": 3}
    calls = (
        lambda: answer.post(f"{path}/@conversation", json=body).status_code,
        lambda: withdraw.delete(f"{path}/@conversation/3").status_code,
    )
    with ThreadPoolExecutor(2) as pool:
        codes = [future.result() for future in [pool.submit(call) for call in calls]]
    assert codes in ([201, 409], [409, 204])
    transaction.begin()
    assert len(IJournal(submitted)) == 4
    assert IJournal(submitted).verify() is None
    assert not clock.is_paused(submitted)


def test_a_copy_has_no_questions(portal, travel, acting):
    case = travel(portal, state="submitted")
    with acting(REVIEWER):
        operations.ask(case, "Wann?")
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(case, portal.malente)
    assert [entry["kind"] for entry in IJournal(copy)] == ["created"]
    assert not clock.is_paused(copy)


CHANNELS = (
    "",
    "/view",
    "/@@warum",
    "/@journal",
    "/@conversation",
    "/@why",
    "/@history",
    "/@consents",
    "/@@historyview",
    "/@@contenthistorypopup",
    "/@@case-conversation",
    "/@@journal-redact",
)
SITE_CHANNELS = (
    f"@search?SearchableText={SECRET}",
    f"@search?SearchableText={SECRET}&fullobjects=1",
    "@search?metadata_fields=_all",
    f"@@search?SearchableText={SECRET}",
    "@inbox",
    "@submitted",
    "@@inbox",
    "@@submitted",
    "@notices",
    "@@notices",
)


@pytest.fixture
def noted(say, client, path, submitted):
    """A case with a note that the office has even redacted in part."""
    assert say(REVIEWER, "note", f"Das ist ein {SECRET}.").status_code == 201
    assert say(REVIEWER, "question", "Wann?").status_code == 201
    return submitted


@pytest.mark.parametrize("name", [APPLICANT, "malente-mitarbeit"])
@pytest.mark.parametrize("accept", ["application/json", "text/html"])
def test_a_note_is_in_no_channel_of_the_applicant(noted, client, path, name, accept):
    session = client(name, accept=accept)
    read = []
    for channel in (*(f"{path}{view}" for view in CHANNELS), *SITE_CHANNELS):
        answer = session.get(channel)
        answer.encoding = "utf-8"
        # A search says again what was asked for.
        said = answer.text.replace(f"SearchableText={SECRET}", "").replace(f'value="{SECRET}"', "")
        if "search" not in channel:
            assert SECRET not in answer.text, channel
        assert f"ein {SECRET}" not in said, channel
        read.append(answer.status_code)
    assert read.count(200) >= 8


def test_a_note_is_for_those_inside(noted, client, path):
    for name in (REVIEWER, "malente-pruefung2", "hubleitung"):
        assert SECRET in client(name).get(f"{path}/@journal").text
        assert SECRET in client(name).get(f"{path}/@conversation").text
        assert SECRET in client(name, accept="text/html").get(path).text


def test_a_note_is_not_in_the_catalog(noted):
    catalog = api.portal.get_tool("portal_catalog")
    assert len(catalog.unrestrictedSearchResults(SearchableText=SECRET)) == 0
    [brain] = catalog.unrestrictedSearchResults(UID=noted.UID())
    metadata = catalog.getMetadataForRID(brain.getRID())
    assert SECRET not in str(metadata)
    assert SECRET not in str(catalog.getIndexDataForRID(brain.getRID()))


def test_a_note_is_not_in_the_applicants_file(portal, travel, acting):
    newInteraction()
    case = travel(portal, state="submitted")
    with acting(REVIEWER):
        operations.write_note(case, f"Das ist ein {SECRET}.")
        assert SECRET in json.dumps(data_of(case, portal.REQUEST), default=str)
    with acting(APPLICANT):
        assert SECRET not in json.dumps(data_of(case, portal.REQUEST), default=str)


def test_what_shows_is_a_gap_and_a_sound_chain(noted, client, path):
    answer = client(APPLICANT).get(f"{path}/@journal").json()
    assert [entry["seq"] for entry in answer["entries"]] == [1, 2, 4]
    assert answer["verified"] is True


def test_a_hub_manager_does_not_read_notes_on_their_own_case(web, travel, client):
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname="malente-editors", username="hubleitung")
    case = travel(web, by="hubleitung", state="submitted")
    transaction.commit()
    path = f"malente/{case.getId()}"
    body = {"kind": "note", "text": SECRET}
    assert client(REVIEWER).post(f"{path}/@conversation", json=body).status_code == 201
    for view in ("@journal", "@conversation"):
        assert SECRET not in client("hubleitung").get(f"{path}/{view}").text
    for view in ("", "@@journal-redact"):
        assert SECRET not in client("hubleitung", accept="text/html").get(f"{path}/{view}").text
