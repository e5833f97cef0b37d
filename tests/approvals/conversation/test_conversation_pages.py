"""Questions, answers and notes on the page of a case, as people use it."""

from kommunalhub.approvals.clock import operations as clock
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.lists.queries import inbox_count
from pages import Page
from plone import api

import pytest
import transaction


QUESTION = "Fahren Sie mit der Bahn?"
ANSWER = "Ja, mit der Bahn."


@pytest.fixture
def path(submitted):
    return f"malente/{submitted.getId()}"


@pytest.fixture
def visit(client):
    """Return a function that gets a page of a person as a Talk."""
    return lambda name, path: Talk(client(name, accept="text/html"), path)


class Talk(Page):
    """The page of a case; saying something gives the next one."""

    def form(self, kind):
        """Return the form with the button of a kind, or None."""
        return super().form(button=("kind", kind))

    def say(self, kind, text="", files=None, **values):
        form = self.form(kind)
        fields = {name: value for name, value in form.form_values() if name != "files"}
        fields.update(values, kind=kind)
        if "text" in form.fields:
            fields["text"] = text
        return self.post(form.get("action"), fields, files)

    def kinds(self):
        found = self.tree.xpath("//button[@name='kind']/@value")
        return sorted(found)

    def story(self):
        return self.all("ol.story > li")


def pdf(name="plan.pdf", content=b"%PDF-1.7"):
    return ("files", (name, content, "text/html"))


def entries(case):
    transaction.begin()
    return list(IJournal(case))


def count(name):
    transaction.begin()
    with api.env.adopt_user(username=name):
        return inbox_count()


def test_who_is_offered_what(visit, path):
    assert visit("malente-pruefung", path).kinds() == ["note", "question"]
    assert visit("hubleitung", path).kinds() == ["note"]
    assert visit("malente-redaktion", path).kinds() == []
    assert visit("malente-mitarbeit", path).kinds() == []


def test_a_question_and_its_answer(visit, path, submitted):
    assert count("malente-redaktion") == 0
    due = submitted.due
    assert due is not None
    asked = visit("malente-pruefung", path).say("question", QUESTION)
    assert asked.status == 200
    assert "Ihre Rückfrage ist gestellt." in asked.text
    assert "Offene Rückfrage" in asked.text
    assert asked.kinds() == ["note", "question", "withdraw"]
    assert api.content.get_state(submitted) == "submitted"
    transaction.begin()
    assert clock.is_paused(submitted)
    assert submitted.due is None
    assert count("malente-redaktion") == 1
    assert count("malente-pruefung") == 1
    page = visit("malente-redaktion", path)
    assert "Bitte beantworten Sie die Rückfrage." in page.text
    assert f"{QUESTION} Petra Malente" in page.text
    [now] = page.tree.cssselect("ol.line [aria-current=step]")
    assert now.get("class") == "now"
    done = page.say("answer", ANSWER, files=[pdf("Fahrkarte.pdf")])
    assert done.status == 200
    assert "Vielen Dank, Ihre Antwort ist abgeschickt." in done.text
    assert "Bitte beantworten" not in done.text
    assert done.story()[0].startswith("Antwort Rolf Malente")
    assert done.story()[0].endswith(f"„{ANSWER}“ Fahrkarte.pdf")
    assert done.story()[2].startswith("Rückfrage Petra Malente")
    transaction.begin()
    assert submitted.objectIds() == ["fahrkarte.pdf"]
    assert not clock.is_paused(submitted)
    assert submitted.due == due
    assert count("malente-redaktion") == 0
    assert [(entry["kind"], entry["action"]) for entry in entries(submitted)[-3:]] == [
        ("question", "asked"),
        ("file", "added"),
        ("answer", "answers:3"),
    ]
    assert IJournal(submitted).verify() is None


def test_a_question_is_taken_back(visit, path, submitted):
    page = visit("malente-pruefung", path).say("question", QUESTION)
    late = visit("malente-redaktion", path)
    done = page.say("withdraw")
    assert "Die Rückfrage ist zurückgenommen." in done.text
    assert done.story()[0].startswith("Rückfrage zurückgenommen Petra Malente")
    transaction.begin()
    assert not clock.is_paused(submitted)
    assert count("malente-redaktion") == 0
    refused = late.say("answer", ANSWER)
    assert refused.status == 409
    assert "Die Rückfrage hat sich schon erledigt: Petra Malente" in refused.text
    assert entries(submitted)[-1]["action"] == "withdrawn:3"


def test_a_decision_settles_what_was_asked(visit, path, submitted):
    page = visit("malente-pruefung", path).say("question", QUESTION)
    late = visit("malente-redaktion", path)
    form = next(form for form in page.tree.forms if form.get("action").endswith("@@decide"))
    fields = {**dict(form.form_values()), "transition": "approve"}
    assert page.session.post(form.get("action"), data=fields).status_code == 200
    transaction.begin()
    assert api.content.get_state(submitted) == "approved"
    assert not clock.is_paused(submitted)
    refused = late.say("answer", ANSWER)
    assert refused.status == 409
    assert "Petra Malente" in refused.text


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("question", "Bitte schreiben Sie Ihre Frage."),
        ("note", "Bitte schreiben Sie Ihre Notiz."),
    ],
)
def test_what_is_missing_is_told_at_the_field(visit, path, submitted, kind, says):
    page = visit("malente-pruefung", path)
    refused = page.say(kind, "   ")
    assert refused.status == 400
    assert refused.tree.get_element_by_id(f"{kind}-error").text_content() == says
    area = refused.tree.get_element_by_id(f"{kind}-text")
    assert area.get("aria-invalid") == "true"
    refused = page.say(kind, "x" * 5001)
    assert refused.status == 400
    assert "5000" in refused.tree.get_element_by_id(f"{kind}-error").text_content()
    assert refused.tree.get_element_by_id(f"{kind}-text").value == "x" * 5001
    assert len(entries(submitted)) == 2


def test_an_empty_answer_and_a_bad_document(visit, path, submitted):
    visit("malente-pruefung", path).say("question", QUESTION)
    page = visit("malente-redaktion", path)
    refused = page.say("answer", "")
    assert refused.status == 400
    says = refused.tree.get_element_by_id("answer-error").text_content()
    assert says.startswith("Bitte schreiben Sie eine Antwort")
    refused = page.say("answer", ANSWER, files=[pdf(), pdf("leer.pdf", b"")])
    assert refused.status == 400
    assert (
        "„leer.pdf“ ist leer" in refused.tree.get_element_by_id("answer-files-error").text_content()
    )
    assert refused.tree.get_element_by_id("answer-text").value == ANSWER
    transaction.begin()
    assert submitted.objectIds() == []
    assert clock.is_paused(submitted)
    assert page.say("answer", "", files=[pdf()]).status == 200
    transaction.begin()
    assert not clock.is_paused(submitted)


def test_an_answer_changes_the_case(visit, path, submitted):
    """Who answers does not decide, and who looked before the answer looks again."""
    visit("malente-pruefung", path).say("question", QUESTION)
    before = visit("malente-pruefung", path)
    visit("malente-beides", path).say("answer", ANSWER)
    transaction.begin()
    assert submitted.last_editor == "malente-beides"
    form = next(form for form in before.tree.forms if form.get("action").endswith("@@decide"))
    fields = {**dict(form.form_values()), "transition": "approve"}
    late = before.session.post(form.get("action"), data=fields)
    assert late.status_code == 409
    assert "Bo Malente hat den Vorgang inzwischen geändert." in Page(before.session, "", late).text
    assert "Bo Malente" in visit("malente-pruefung", path).text
    own = visit("malente-beides", path)
    assert "zuletzt geändert" in own.text


@pytest.mark.parametrize(
    ("name", "kind", "status"),
    [
        ("malente-redaktion", "question", 403),
        ("malente-redaktion", "note", 403),
        ("malente-mitarbeit", "answer", 403),
        ("malente-pruefung2", "answer", 403),
        ("hubleitung", "question", 403),
        ("malente-pruefung", "nonsense", 404),
    ],
)
def test_only_who_may(visit, path, submitted, name, kind, status):
    visit("malente-pruefung", path).say("question", QUESTION)
    page = visit(name, path)
    token = page.tree.xpath("//input[@name='_authenticator']/@value")
    token = token[0] if token else ""
    url = f"{path}/@@converse"
    fields = {"kind": kind, "text": "Hallo", "_authenticator": token}
    answer = page.session.post(url, data=fields)
    assert answer.status_code in ((status,) if token else (status, 403))
    assert len(entries(submitted)) == 3


def test_nothing_without_a_form_of_ours(client, path, submitted):
    session = client("malente-pruefung", accept="text/html")
    assert session.get(f"{path}/@@converse?kind=question&text=x").status_code == 405
    assert session.post(f"{path}/@@converse", data={"kind": "note", "text": "x"}).status_code == 403
    assert len(entries(submitted)) == 2


def test_others_see_nothing(client, path):
    for name in ("lensahn-pruefung", None):
        session = client(name, accept="text/html")
        for view in ("@@converse", "@@case-conversation"):
            answer = session.get(f"{path}/{view}", allow_redirects=False)
            assert answer.status_code in (302, 401, 403, 404)


def test_a_document_beside_the_answer(visit, client, path, submitted):
    """While a question is open the applicant may add documents, else uploads stay closed."""
    with api.env.adopt_roles(["Manager"]):
        submitted.manage_permission("Add portal content", [], acquire=0)
    transaction.commit()
    session = client("malente-redaktion", accept="text/html")
    assert "files" not in session.get(path).text.split('id="unterlagen"')[1].split("verlauf")[0]
    visit("malente-pruefung", path).say("question", QUESTION)
    page = visit("malente-redaktion", path)
    form = next(form for form in page.tree.forms if form.get("action").endswith("@@add-file"))
    fields = {name: value for name, value in form.form_values() if name != "files"}
    page.session.post(form.get("action"), data=fields, files=[pdf()])
    page.say("answer", ANSWER, files=[pdf("zwei.pdf")])
    transaction.begin()
    assert submitted.objectIds() == ["plan.pdf", "zwei.pdf"]
    page.session.post(form.get("action"), data=fields, files=[pdf("drei.pdf")])
    transaction.begin()
    assert submitted.objectIds() == ["plan.pdf", "zwei.pdf"]


def test_a_note_stays_inside(visit, path, submitted):
    done = visit("malente-pruefung", path).say("note", "Bitte mit Lensahn abstimmen.")
    assert done.story()[0].startswith("Interne Notiz Petra Malente")
    transaction.begin()
    assert submitted.last_editor == "malente-redaktion"
    assert "Lensahn abstimmen" in visit("malente-pruefung2", path).text
    assert "Lensahn abstimmen" in visit("hubleitung", path).text
    for name in ("malente-redaktion", "malente-mitarbeit"):
        page = visit(name, path)
        assert "Lensahn abstimmen" not in page.response.text
        assert not any("Notiz" in line for line in page.story())
        assert "Die Prüfsumme aller Einträge stimmt." in page.text
