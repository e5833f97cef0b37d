"""The pages over HTTP: deciding, documents, lists; nothing works without a form of ours."""

from kommunalhub.approvals import operations
from kommunalhub.approvals.interfaces import IJournal
from pages import parsed
from plone import api

import pytest
import transaction


@pytest.fixture
def path(submitted):
    return f"malente/{submitted.getId()}"


def state_of(case):
    transaction.begin()
    return api.content.get_state(case)


def test_the_page_of_who_is_next(visit, path, submitted):
    page = visit("malente-pruefung", path)
    assert page.status == 200
    assert "Sie sind dran" in page.text
    verbs = ["Freigeben", "Zur Überarbeitung zurückgeben", "Nicht annehmen"]
    assert page.buttons("#entscheiden") == verbs
    assert f"Vorgang {submitted.case_number}" in page.text
    assert [node.get("class") for node in page.tree.cssselect("ol.line li")] == [
        "done",
        "now",
        "next",
        "next",
    ]
    assert page.the("ol.line [aria-current=step]") == "Zur FreigabePrüfung Malente"
    assert "Angelegt Rolf Malente" in page.text
    assert "Die Prüfsumme aller Einträge stimmt." in page.text


def test_the_page_of_who_waits(visit, path):
    page = visit("malente-redaktion", path)
    assert "Jetzt dran: Prüfung Malente" in page.text
    assert "Sie sind dran" not in page.text
    assert page.buttons("#entscheiden") == ["Zurückziehen"]
    assert page.buttons("#unterlagen") == ["Hinzufügen"]
    assert "„Freigeben“ ist Aufgabe von: Prüfung Malente." in page.text


def test_who_changed_it_reads_why_not(visit, web, travel):
    case = travel(web, by="malente-beides", state="submitted")
    transaction.commit()
    page = visit("malente-beides", f"malente/{case.getId()}")
    assert "„Freigeben“ kann jede andere Person aus ‚Prüfung Malente‘." in page.text
    assert "Freigeben" not in page.buttons()


@pytest.mark.parametrize("name", [None, "lensahn-pruefung"])
def test_others_do_not_see_it(visit, path, name):
    page = visit(name, path)
    assert "Reise nach Kiel" not in page.text


def test_a_field_only_for_some_is_not_shown(visit, web, travel):
    case = travel(web, state="submitted", goal="Tagung", remark="streng geheim")
    transaction.commit()
    page = visit("malente-pruefung", f"malente/{case.getId()}")
    assert "Tagung" in page.text
    assert "geheim" not in page.text
    assert "Vermerk" not in page.text


def test_what_people_type_is_text(visit, web, travel):
    nasty = "<script>alert(1)</script>"
    case = travel(web, state="submitted", title=nasty, goal=nasty)
    transaction.commit()
    path = f"malente/{case.getId()}"
    done = visit("malente-pruefung", path).submit("@@decide", transition="return", comment=nasty)
    assert done.status == 200
    for page in (visit("malente-pruefung", path), visit("malente-redaktion", "@@inbox")):
        assert nasty in page.text
        assert not [node for node in page.tree.iter("script") if node.text]


def test_deciding(visit, path, submitted):
    page = visit("malente-pruefung", path).submit("@@decide", transition="approve", comment="Gut.")
    assert page.status == 200
    assert page.response.history[0].status_code == 303
    assert "Erledigt: Freigeben. „Reise nach Kiel“ steht jetzt auf „Freigegeben“." in page.text
    assert state_of(submitted) == "approved"
    assert list(IJournal(submitted))[-1]["comment"] == "Gut."


def test_a_missing_reason_comes_back_at_the_field(visit, path, submitted):
    page = visit("malente-pruefung", path).submit("@@decide", transition="return", comment=" ")
    assert page.status == 400
    [field] = page.tree.cssselect("textarea#comment")
    assert field.get("aria-invalid") == "true"
    assert field.get("autofocus") is not None
    for described in field.get("aria-describedby").split():
        assert page.tree.get_element_by_id(described) is not None
    assert "Bitte begründen Sie" in page.the("#comment-error")
    again = page.submit("@@decide", transition="return", comment="Das Ziel fehlt.")
    assert again.status == 200
    assert state_of(submitted) == "returned"


def test_what_was_typed_is_not_lost(visit, path, submitted):
    with api.env.adopt_user(username="malente-pruefung2"):
        first = visit("malente-pruefung", path)
        operations.decide(submitted, "approve")
    transaction.commit()
    page = first.submit("@@decide", transition="reject", comment="Ein langer Grund.")
    assert page.status == 409
    assert "Paul Malente hat am" in page.text
    assert "schon entschieden: Freigeben" in page.text
    assert state_of(submitted) == "approved"
    page = visit("malente-redaktion", path).submit("@@decide", transition="close", comment="")
    assert page.status == 200


def sent_back(web, travel, reason="Bitte das Ziel nennen."):
    case = travel(web, state="submitted")
    with api.env.adopt_user(username="malente-pruefung"):
        operations.decide(case, "return", reason)
    transaction.commit()
    return case


def test_a_case_that_came_back_says_why_in_the_box_and_in_the_list(visit, web, travel):
    case = sent_back(web, travel)
    page = visit("malente-redaktion", f"malente/{case.getId()}")
    assert "Sie sind dran" in page.the("#entscheiden")
    assert "Bitte das Ziel nennen." in page.the("#entscheiden .lastword")
    inbox = visit("malente-redaktion", "@@inbox")
    assert "Bitte das Ziel nennen." in inbox.the("li[data-uid] .lastword")


def test_handing_in_what_came_back_unchanged_asks_first(visit, web, travel):
    case = sent_back(web, travel)
    inbox = visit("malente-redaktion", "@@inbox")
    asked = inbox.submit("@@decide", transition="submit")
    assert state_of(case) == "returned"
    assert "Seit der Rückgabe wurde nichts geändert." in asked.text
    asked.submit("@@decide", transition="submit")
    assert state_of(case) == "submitted"


def test_handing_in_what_was_changed_asks_nothing(visit, web, travel):
    case = sent_back(web, travel)
    operations.note_edit(case, "edited", "", ["goal"])
    transaction.commit()
    visit("malente-redaktion", "@@inbox").submit("@@decide", transition="submit")
    assert state_of(case) == "submitted"


def test_several_that_came_back_unchanged_stay(web, travel):
    case = sent_back(web, travel)
    with api.env.adopt_user(username="malente-redaktion"):
        [result] = operations.decide_many([case.UID()], "submit", asks=True)
        assert "nichts geändert" in str(result["error"])
        [result] = operations.decide_many([case.UID()], "submit")
    assert result["error"] is None


def test_a_case_says_when_nobody_is_there_for_it(visit, web, travel):
    case = travel(web, state="submitted")
    path = f"malente/{case.getId()}"
    warning = "Im Moment kann niemand handeln: Prüfung Malente."
    assert warning not in visit("malente-redaktion", path).text
    with api.env.adopt_roles(["Manager"]):
        for name in ("malente-pruefung", "malente-pruefung2", "malente-beides"):
            api.group.remove_user(groupname="malente-reviewers", username=name)
    transaction.commit()
    assert warning in visit("malente-redaktion", path).text


def test_pressing_twice(visit, path, submitted):
    page = visit("malente-pruefung", path)
    assert page.submit("@@decide", transition="approve").status == 200
    second = page.submit("@@decide", transition="approve")
    assert second.status == 409
    assert "Sie haben am" in second.text
    transaction.begin()
    assert len(IJournal(submitted)) == 3


def test_a_role_that_is_missing_is_told(visit, path, submitted):
    page = visit("malente-redaktion", path)
    refused = page.submit("@@decide", transition="approve")
    assert refused.status == 403
    assert "„Freigeben“ ist Aufgabe von: Prüfung Malente." in refused.text
    assert state_of(submitted) == "submitted"


def test_only_by_a_form_of_ours(visit, path, submitted):
    page = visit("malente-pruefung", path)
    assert visit("malente-pruefung", f"{path}/@@decide?transition=approve").status == 405
    url = f"{submitted.absolute_url()}/@@decide"
    for token in ({}, {"_authenticator": "x"}):
        assert page.post(url, {"transition": "approve", **token}).status == 403
    assert visit(None, path).post(url, {"transition": "approve"}).status == 404
    assert state_of(submitted) == "submitted"


def test_plones_own_menu_obeys_and_explains(visit, path, submitted):
    page = visit("malente-pruefung", path)
    token = page.form("@@decide").fields["_authenticator"]
    query = f"content_status_modify?_authenticator={token}"
    missing = visit("malente-pruefung", f"{path}/{query}&workflow_action=return")
    assert missing.status in (400, 403)
    url = f"{submitted.absolute_url()}/content_status_modify"
    fields = {"_authenticator": token, "workflow_action": "return", "comment": ""}
    assert "Bitte begründen Sie" in page.post(url, fields).text
    assert state_of(submitted) == "submitted"
    assert page.post(url, {**fields, "comment": "Warum?"}).status == 200
    assert state_of(submitted) == "returned"
    assert submitted.EffectiveDate() == "None"
    assert submitted.last_editor == "malente-redaktion"


def test_folder_contents_obeys(client, web, travel):
    case = travel(web, by="malente-beides", state="submitted")
    transaction.commit()
    both = client("malente-beides", accept="text/html")
    token = parsed(both.get(f"malente/{case.getId()}")).cssselect("input[name=_authenticator]")[0]
    both.post(
        "malente/@@fc-workflow",
        data={
            "selection": f'["{case.UID()}"]',
            "transition": "approve",
            "_authenticator": token.get("value"),
        },
    )
    assert state_of(case) == "submitted"


def pdf(name="plan.pdf", content=b"%PDF-1.7"):
    return ("files", (name, content, "text/html"))


def test_adding_and_deleting_documents(visit, path, submitted):
    page = visit("malente-redaktion", path)
    page = page.submit("@@add-file", files=[pdf(), pdf("Übersicht.pdf")])
    assert page.status == 200
    assert "Hinzugefügt: plan.pdf, Übersicht.pdf." in page.text
    transaction.begin()
    assert submitted.objectIds() == ["plan.pdf", "uebersicht.pdf"]
    download = page.session.get(f"{path}/plan.pdf/@@download/file")
    assert download.headers["Content-Type"] == "application/pdf"
    assert download.content == b"%PDF-1.7"
    page = page.submit("plan.pdf/@@delete-file")
    assert "Gelöscht: plan.pdf." in page.text
    transaction.begin()
    assert submitted.objectIds() == ["uebersicht.pdf"]


def test_documents_that_do_not_come_in(visit, path, submitted):
    page = visit("malente-redaktion", path)
    for name, content, says in (
        ("leer.pdf", b"", "„leer.pdf“ ist leer"),
        ("seite.html", b"<p>", "Diese Dateiart wird nicht angenommen"),
        ("falsch.pdf", b"<p>", "enthält nicht"),
        ("gross.pdf", b"%PDF" + bytes(26 * 1024 * 1024), "bis zu 25 MB"),
        ("", b"", "wählen Sie zuerst eine Datei"),
    ):
        refused = page.submit("@@add-file", files=[pdf(name, content)])
        assert refused.status == 400, name
        assert says in refused.the("#files-error"), name
    transaction.begin()
    assert submitted.objectIds() == []


def test_who_may_not_change_the_case_adds_and_deletes_nothing(visit, path, submitted):
    owner = visit("malente-redaktion", path)
    owner.submit("@@add-file", files=[pdf()])
    page = visit("malente-pruefung", path)
    assert page.form("@@add-file") is None
    assert page.form("@@delete-file") is None
    token = page.form("@@decide").fields["_authenticator"]
    url = submitted.absolute_url()
    reviewer = page.session
    for address, files in (
        (f"{url}/@@add-file", [pdf("b.pdf")]),
        (f"{url}/plan.pdf/@@delete-file", None),
    ):
        answer = reviewer.post(
            address, data={"_authenticator": token}, files=files, allow_redirects=False
        )
        assert answer.status_code in (302, 401, 403, 404), address
    transaction.begin()
    assert submitted.objectIds() == ["plan.pdf"]


def test_the_inbox_of_a_reviewer(visit, web, travel):
    first = travel(web, state="submitted", title="Reise nach Plön")
    travel(web, by="malente-beides", state="submitted", title="Reise nach Eutin")
    transaction.commit()
    page = visit("malente-beides", "@@inbox")
    assert page.status == 200
    assert "Reise nach Plön" in page.text
    assert "Reise nach Eutin" not in page.text
    done = page.submit(f"{first.getId()}/@@decide", transition="approve")
    assert done.response.url.endswith("@@inbox")
    assert "Erledigt: Freigeben." in done.text
    assert "Gerade wartet nichts auf Sie." in done.text
    assert state_of(first) == "approved"


def test_the_inbox_filtered(visit, submitted):
    for query, shown in (
        ("type=TravelRequest&partner=malente", True),
        ("partner=lensahn", False),
        ("overdue=1", False),
        ("type=Unheard&partner=<script>&b_start=-7", True),
        ("b_start=100000", True),
        ("type=a&type=b&partner=a&partner=b&uids=x", True),
    ):
        page = visit("malente-pruefung", f"@@inbox?{query}")
        assert page.status == 200
        assert ("Reise nach Kiel" in page.text) is shown, query


def test_deciding_on_several_one_line_each(visit, web, travel):
    cases = [travel(web, state="submitted", title=f"Reise {n}") for n in range(3)]
    transaction.commit()
    page = visit("malente-pruefung", "@@inbox?several=1")
    with api.env.adopt_user(username="malente-pruefung2"):
        operations.decide(cases[1], "approve")
    transaction.commit()
    fields = dict(page.form("several=1").form_values())
    fields.update({"uids:list": [case.UID() for case in cases], "transition": "reject"})
    url = page.form("several=1").get("action")
    assert "Bitte begründen Sie" in page.post(url, {**fields, "comment": ""}).text
    page = page.post(url, {**fields, "comment": "Kein Geld."})
    lines = page.all("#ergebnis li")
    assert len(lines) == 3
    assert lines[0].endswith("steht jetzt auf „Nicht angenommen“. erledigt")
    assert "Paul Malente hat am" in lines[1]
    assert lines[1].endswith("nicht erledigt")
    assert [state_of(case) for case in cases] == ["rejected", "approved", "rejected"]


def test_several_without_any(visit, submitted):
    page = visit("malente-pruefung", "@@inbox?several=1")
    page = page.submit("several=1", transition="approve")
    assert page.status == 400
    assert "Bitte wählen Sie zuerst mindestens einen Vorgang aus." in page.text


def test_my_own_cases(visit, submitted):
    page = visit("malente-redaktion", "@@submitted")
    assert "Reise nach Kiel" in page.text
    assert "Zur Freigabe" in page.text
    assert "Reise nach Kiel" not in visit("malente-beides", "@@submitted").text


@pytest.mark.parametrize("name", ["inbox", "submitted"])
def test_lists_are_for_people_who_are_signed_in(web, client, name):
    answer = client(accept="text/html").get(f"@@{name}", allow_redirects=False)
    assert answer.status_code in (302, 401, 404)


def test_a_page_is_known_by_its_fingerprint(portal, travel, acting):
    case = travel(portal, state="submitted")

    def fingerprint(name):
        with acting(name):
            return api.content.get_view("view", case, portal.REQUEST).fingerprint()

    before = fingerprint("malente-pruefung")
    assert fingerprint("malente-pruefung") == before
    assert fingerprint("malente-pruefung2") != before
    with acting("malente-redaktion"):
        operations.note_edit(case, "edited", "", ["goal"])
    assert fingerprint("malente-pruefung") != before
