"""A session ends while somebody writes about a case: signed in again, their words are there."""

from kommunalhub.approvals.workflows import state_of
from kommunalhub.core.forms import storage
from pages import form_of
from pages import parsed
from urllib.parse import parse_qs
from urllib.parse import urljoin
from urllib.parse import urlsplit

import pytest
import transaction


WORDS = "Bitte den <Kostenplan> nachreichen, danke."
REVIEWER = "malente-pruefung"
#: address of the page, end of the form's action, a button, the field, what else is sent
FORMS = {
    "decide": ("", "/@@decide", ("transition", "return"), "comment"),
    "reason": (
        "/@@decide-with-reason?transition=return",
        "/@@decide-with-reason",
        None,
        "comment",
    ),
    "question": ("", "/@@converse", ("kind", "question"), "text"),
    "note": ("", "/@@converse", ("kind", "note"), "text"),
    "hand": ("/@@assign", "/@@assign", ("action", "hand"), "comment"),
}


def typed(form, field):
    return (form.cssselect(f"textarea[name={field}]")[0].text or "").strip()


def came_from(answer):
    """Return the whole address that the sign-in page leads back to."""
    [back] = parse_qs(urlsplit(answer.headers["Location"]).query)["came_from"]
    return urljoin(answer.url, back)


@pytest.fixture
def interrupted(client, submitted):
    """Return a function: a person types, is signed out, sends; it returns where sign-in leads."""

    def interrupted(name, words=WORDS):
        path, action, button, field = FORMS[name]
        session = client(REVIEWER, accept="text/html")
        page = session.get(f"malente/{submitted.getId()}{path}")
        assert page.status_code == 200, page.text
        form = form_of(parsed(page), action, button)
        data = {**dict(form.form_values()), field: words, **dict([button] if button else [])}
        answer = client(None, accept="text/html").post(
            form.get("action"), data=data, allow_redirects=False
        )
        assert answer.status_code in (302, 303), answer.text
        return came_from(answer)

    return interrupted


@pytest.mark.parametrize("name", FORMS)
def test_what_was_typed_is_there_again_and_nothing_is_done(client, submitted, interrupted, name):
    back = interrupted(name)
    transaction.begin()
    assert state_of(submitted) == "submitted"
    page = client(REVIEWER, accept="text/html").get(back)
    assert page.status_code == 200, page.text
    tree = parsed(page)
    _path, action, button, field = FORMS[name]
    form = form_of(tree, action, button)
    assert typed(form, field) == WORDS
    assert "Ihre Anmeldung war abgelaufen." in tree.text_content()
    transaction.begin()
    assert state_of(submitted) == "submitted"


def test_sending_it_then_works_and_what_was_kept_is_forgotten(web, client, submitted, interrupted):
    back = interrupted("decide")
    session = client(REVIEWER, accept="text/html")
    form = form_of(parsed(session.get(back)), "/@@decide", ("transition", "return"))
    data = {**dict(form.form_values()), "transition": "return"}
    assert data["comment"].strip() == WORDS
    assert session.post(form.get("action"), data=data).status_code == 200
    transaction.begin()
    assert state_of(submitted) == "returned"
    assert REVIEWER not in storage.find(web).typed


def test_nobody_else_gets_it(client, interrupted):
    back = interrupted("note")
    page = client("malente-redaktion", accept="text/html").get(back)
    assert WORDS not in parsed(page).text_content()


def test_a_stranger_keeps_nothing(web, client, submitted):
    page = client(None, accept="text/html").post(
        f"malente/{submitted.getId()}/@@decide", data={"comment": WORDS, "_slip": "x"}
    )
    assert page.status_code in (200, 401, 404)
    transaction.begin()
    kept = storage.find(web)
    assert kept is None or not kept.typed


def test_several_cases_at_once(client, submitted):
    session = client(REVIEWER, accept="text/html")
    tree = parsed(session.get("@@inbox?several=1"))
    [form] = [form for form in tree.forms if form.cssselect("textarea")]
    data = {**dict(form.form_values()), "comment": WORDS, "uids:list": submitted.UID()}
    answer = client(None, accept="text/html").post(
        form.get("action"), data={**data, "transition": "return"}, allow_redirects=False
    )
    back = came_from(answer)
    tree = parsed(session.get(back))
    [form] = [form for form in tree.forms if form.cssselect("textarea")]
    assert typed(form, "comment") == WORDS
    assert form.cssselect(f"input[value='{submitted.UID()}'][checked]")
