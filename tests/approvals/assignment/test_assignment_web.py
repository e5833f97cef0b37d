"""The same in the browser and over REST, by several at once."""

from datetime import timedelta
from kommunalhub.approvals.assignment import operations as assignment
from kommunalhub.approvals.assignment.reading import assigned_to
from kommunalhub.core import formatting
from kommunalhub.partners.substitution import operations as substitution
from pages import form_of
from pages import parsed
from pages import words
from plone import api
from threading import Barrier
from threading import Thread

import pytest
import transaction


PETRA, PAUL, APPLICANT = "malente-pruefung", "malente-pruefung2", "malente-redaktion"


@pytest.fixture
def path(submitted):
    return f"malente/{submitted.getId()}"


@pytest.fixture
def page(client):
    return lambda name, path: parsed(client(name, accept="text/html").get(path))


def press(client, name, tree, value, **fields):
    """Press the button of a value in the form for assigning; return the page that follows."""
    form = form_of(tree, "@@assign")
    data = {**dict(form.form_values()), "action": value, **fields}
    response = client(name, accept="text/html").post(form.action, data=data)
    return response, parsed(response)


def now_with(case):
    transaction.begin()
    return assigned_to(case)


def test_a_walk_in_the_browser(client, submitted, path, page):
    response, tree = press(client, PETRA, page(PETRA, path), "take")
    assert response.status_code == 200
    assert now_with(submitted) == PETRA
    assert "Sie haben diesen Vorgang am" in words(tree.get_element_by_id("bearbeitung"))
    form = page(PETRA, f"{path}/@@assign")
    options = [node.get("value") for node in form.iter("option")]
    assert options == ["", "malente-beides", PAUL]
    press(client, PETRA, form, "hand", to=PAUL, comment="Bitte übernimm du.")
    assert now_with(submitted) == PAUL
    shown = words(page(PETRA, path))
    assert "Paul Malente bearbeitet diesen Vorgang" in shown
    assert "„Bitte übernimm du.“" in shown
    press(client, PAUL, page(PAUL, path), "back")
    assert now_with(submitted) is None


def test_the_applicant_learns_nothing_of_it(client, submitted, path, page):
    press(client, PETRA, page(PETRA, path), "take")
    tree = page(APPLICANT, path)
    assert not tree.xpath("//*[@id='bearbeitung']")
    assert "Bearbeitung" not in words(tree)
    assert client(APPLICANT).get(f"{path}/@assignment").status_code == 403
    kinds = [e["kind"] for e in client(APPLICANT).get(f"{path}/@journal").json()["entries"]]
    assert kinds == ["created", "transition"]


def test_nobody_chosen_is_told_at_the_field(client, submitted, path, page):
    response, tree = press(client, PETRA, page(PETRA, f"{path}/@@assign"), "hand", comment="Eilt")
    assert response.status_code == 400
    assert "Bitte wählen Sie" in words(tree.get_element_by_id("to-error"))
    assert tree.get_element_by_id("to").get("aria-invalid") == "true"
    assert tree.get_element_by_id("comment").text.strip() == "Eilt"


def test_taken_from_the_inbox(client, submitted, page):
    tree = page(PETRA, "@@inbox")
    [button] = tree.xpath("//button[@name='action'][@value='take']")
    form = form_of(tree, "@@decide")
    data = {**dict(form.form_values()), "action": "take"}
    answer = client(PETRA, accept="text/html").post(button.get("formaction"), data=data)
    assert answer.url.endswith("@@inbox")
    assert "bei mir" in words(parsed(answer))
    assert now_with(submitted) == PETRA
    assert "bei Petra Malente" in words(page(PAUL, "@@inbox"))


def test_no_assigning_without_the_token(client, submitted, path):
    response = client(PETRA, accept="text/html").post(f"{path}/@@assign", data={"action": "take"})
    assert response.status_code == 403
    assert now_with(submitted) is None


def test_over_rest(client, submitted, path):
    petra, paul = client(PETRA), client(PAUL)
    assert petra.get(f"{path}/@assignment").json()["assigned"] is None
    taken = petra.post(f"{path}/@assignment", json={})
    assert (taken.status_code, taken.json()["assigned"]["fullname"]) == (200, "Petra Malente")
    late = paul.post(f"{path}/@assignment", json={})
    assert (late.status_code, late.json()["type"]) == (409, "AlreadyTaken")
    assert "Petra Malente" in late.json()["message"]
    [item] = paul.get("@inbox").json()["items"]
    assert item["assigned"] == {"id": PETRA, "fullname": "Petra Malente", "away": None}
    assert paul.get("@inbox?assigned=nobody").json()["items_total"] == 0
    assert petra.get("@inbox?assigned=me").json()["items_total"] == 1
    assert paul.post(f"{path}/@assignment", json={"seen": PETRA}).status_code == 200
    handed = paul.post(f"{path}/@assignment", json={"to": PETRA, "comment": "Zurück."})
    assert handed.json()["assigned"]["by"] == PAUL
    assert petra.delete(f"{path}/@assignment").status_code == 204
    assert now_with(submitted) is None


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"to": "lensahn-pruefung"}, 400, "to"),
        ({"to": 7}, 400, "to"),
        ({"to": PAUL, "comment": "x" * 5001}, 400, "comment"),
        ({"to": PAUL, "comment": []}, 400, "comment"),
        ({"seen": PAUL}, 409, None),
    ],
)
def test_wrong_input_over_rest(client, submitted, path, body, status, field):
    response = client(PETRA).post(f"{path}/@assignment", json=body)
    assert response.status_code == status
    if field is not None:
        assert f'"{field}"' in response.text.replace("'", '"')
    assert now_with(submitted) is None


@pytest.mark.parametrize(
    ("person", "status"),
    [(APPLICANT, 403), ("malente-mitarbeit", 403), ("lensahn-pruefung", 404), (None, 404)],
)
def test_not_by_others(client, submitted, path, person, status):
    """Whoever may not see the case does not learn that it is there."""
    response = client(person).post(f"{path}/@assignment", json={})
    assert response.status_code == status
    assert now_with(submitted) is None


@pytest.mark.parametrize("person", [APPLICANT, "malente-mitarbeit", None])
def test_giving_back_tells_others_nothing(client, submitted, path, person):
    client(PETRA).post(f"{path}/@assignment", json={})
    answer = client(person).delete(f"{path}/@assignment")
    assert answer.status_code in (403, 404)
    assert "Petra" not in answer.text
    assert now_with(submitted) == PETRA


def test_of_two_at_once_one_wins_and_the_other_is_told(client, submitted, path):
    barrier, answers = Barrier(2), {}

    def take(name):
        session = client(name)
        barrier.wait()
        answers[name] = session.post(f"{path}/@assignment", json={})

    threads = [Thread(target=take, args=(name,)) for name in (PETRA, PAUL)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    winner = now_with(submitted)
    loser = PAUL if winner == PETRA else PETRA
    assert answers[winner].status_code == 200
    assert answers[loser].status_code == 409
    name = api.user.get(userid=winner).getProperty("fullname")
    assert name in answers[loser].json()["message"]


def test_a_banner_while_the_own_substitution_runs(client, web, submitted, page):
    assert not page(PETRA, "@@inbox").cssselect(".message.away")
    with api.env.adopt_user(username=PETRA):
        assignment.take(submitted)
        now = formatting.now()
        substitution.name(PETRA, "malente-mitarbeit", now, now + timedelta(days=3))
    transaction.commit()
    [banner] = page(PETRA, "@@inbox").cssselect(".message.away")
    assert "als abwesend eingetragen. Mia Malente vertritt Sie." in words(banner)
    [banner] = page("malente-mitarbeit", "@@inbox").cssselect(".message.away")
    assert "Sie vertreten Petra Malente bis" in words(banner)
    assert not page(PAUL, "@@inbox").cssselect(".message.away")
    assert "Vertretung: Mia Malente" in words(page(PAUL, "@@inbox"))
    options = words(page(PAUL, f"malente/{submitted.getId()}"))
    assert "abwesend bis" in options
