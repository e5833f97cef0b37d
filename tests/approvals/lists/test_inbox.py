"""„Meine Vorgänge“: questions, substitution, keys, several at once with somebody in between."""

from datetime import timedelta
from kommunalhub.approvals import operations
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.lists.queries import inbox_brains
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.core import formatting
from kommunalhub.partners.rolecache import forget_roles
from kommunalhub.partners.substitution import operations as substitution
from pages import parsed
from pages import words
from plone import api

import pytest
import transaction


REVIEWER, OTHER, APPLICANT = "malente-pruefung", "malente-pruefung2", "malente-redaktion"


@pytest.fixture
def page(client):
    """Return a function that gets a page of a person, with forms and text."""
    return lambda name, path: parsed(client(name, accept="text/html").get(path))


def test_a_question_to_answer_is_offered(web, travel, page):
    case = travel(web, state="submitted")
    with api.env.adopt_user(username=REVIEWER):
        conversation.ask(case, "Wann?")
    transaction.commit()
    mine = page(APPLICANT, "@@inbox")
    [link] = [node for node in mine.iter("a") if "Rückfrage beantworten" in node.text_content()]
    assert link.get("href").endswith("#gespraech")
    assert "wartet auf Antwort" in words(page(REVIEWER, "@@inbox"))
    assert page(APPLICANT, "@@inbox").cssselect(".count")


def test_filters_are_told_and_do_not_stand_before_the_list(web, submitted, page):
    tree = page(REVIEWER, "@@inbox?partner=malente")
    [filters] = tree.cssselect("details.filters")
    assert filters.get("open") is None
    assert "Nur: Malente Alle anzeigen" in words(tree).replace("Alle zeigen", "Alle anzeigen")
    assert "whose" not in words(tree)
    assert not tree.xpath("//select[@name='whose']")


@pytest.fixture
def standing_in(portal):
    """Mia stands in for Petra from now on."""
    with api.env.adopt_user(username=REVIEWER):
        now = formatting.now()
        substitution.name(REVIEWER, "malente-mitarbeit", now, now + timedelta(days=3))
    forget_roles()


@pytest.fixture
def answered(portal, travel, standing_in):
    """One case that waits for Mia as a substitute, and one of her own that waits for her."""
    lent = travel(portal, state="submitted", title="In Vertretung")
    with api.env.adopt_roles(["Manager"]):
        own = travel(portal, title="Eigene")
        own.creators = ("malente-mitarbeit",)
        own.manage_setLocalRoles("malente-mitarbeit", ["Owner"])
        own.reindexObject()
    return lent, own


def titles(name, **filters):
    forget_roles()
    with api.env.adopt_user(username=name):
        return [brain.Title for brain in inbox_brains(**filters)]


def test_mine_or_as_a_substitute(answered):
    mia = "malente-mitarbeit"
    assert sorted(titles(mia)) == ["Eigene", "In Vertretung"]
    assert titles(mia, whose="mine") == ["Eigene"]
    assert titles(mia, whose="substituted") == ["In Vertretung"]
    assert titles(REVIEWER, whose="substituted") == []
    assert titles(REVIEWER, whose="mine") == ["In Vertretung"]


def test_a_row_tells_for_whom(answered):
    forget_roles()
    with api.env.adopt_user(username="malente-mitarbeit"):
        make = Rows()
        rows = {brain.Title: make(brain) for brain in inbox_brains()}
    assert rows["Eigene"]["substituting"] is None
    assert rows["In Vertretung"]["substituting"] is not None


def test_a_substitute_asks_on_behalf(answered):
    lent, _own = answered
    forget_roles()
    with api.env.adopt_user(username="malente-mitarbeit"):
        conversation.ask(lent, "Wann?")
    entry = IJournal(lent).last("question")
    assert (entry["actor"], entry["on_behalf_of"]) == ("malente-mitarbeit", REVIEWER)


def test_the_filter_over_rest(web, client, submitted):
    session = client(REVIEWER)
    assert session.get("@inbox?whose=mine").json()["items_total"] == 1
    assert session.get("@inbox?whose=substituted").json()["items_total"] == 0
    assert session.get("@inbox?whose=nonsense").status_code == 400


@pytest.fixture
def three(web, travel):
    """Three cases, the second decided on by somebody else after the page was shown."""
    cases = [travel(web, state="submitted", title=f"Reise {n}") for n in range(3)]
    transaction.commit()
    return cases


def decide_between(case):
    with api.env.adopt_user(username=OTHER):
        operations.decide(case, "approve")
    transaction.commit()


def states(cases):
    transaction.begin()
    return [api.content.get_state(case) for case in cases]


def test_somebody_in_between_over_rest(client, three):
    uids = [case.UID() for case in three]
    decide_between(three[1])
    body = {
        "uids": uids,
        "transition": "reject",
        "comment": "Kein Geld.",
        "seen": dict.fromkeys(uids, "submitted"),
    }
    results = client(REVIEWER).post("@inbox-decide", json=body).json()["results"]
    assert [result["status"] for result in results] == ["done", "failed", "done"]
    error = results[1]["error"]
    assert error["type"] == "AlreadyDecided"
    assert error["decided"]["actor"] == OTHER
    assert "Paul Malente" in error["message"]
    assert "Freigeben" in error["message"]
    assert states(three) == ["rejected", "approved", "rejected"]
    assert all(IJournal(case).verify() is None for case in three)


def test_somebody_in_between_on_the_page(client, three, page):
    session = client(REVIEWER, accept="text/html")
    tree = parsed(session.get("@@inbox?several=1"))
    decide_between(three[1])
    [form] = [form for form in tree.forms if "uids:list" in form.fields]
    fields = {**dict(form.form_values()), "uids:list": [case.UID() for case in three]}
    fields |= {"transition": "approve"}
    answer = parsed(session.post(form.action, data=fields))
    lines = [words(line) for line in answer.get_element_by_id("ergebnis").cssselect("li")]
    assert [line.endswith("nicht erledigt") for line in lines] == [False, True, False]
    assert "Paul Malente" in lines[1]
    assert states(three) == ["approved"] * 3
    decisions = [IJournal(case).last("transition")["actor"] for case in three]
    assert decisions == [REVIEWER, OTHER, REVIEWER]


def test_the_return_key_decides_nothing(three, page):
    """A disabled button comes first in the form: browsers then send nothing on Return."""
    tree = page(REVIEWER, "@@inbox?several=1")
    [form] = [form for form in tree.forms if "uids:list" in form.fields]
    first = next(form.iter("button"))
    assert first.get("disabled") is not None
    assert first.get("hidden") is not None


def test_the_list_comes_with_its_keys(client, three):
    session = client(REVIEWER, accept="text/html")
    tree = parsed(session.get("@@inbox"))
    [source] = [
        node.get("src") for node in tree.iter("script") if "inbox.js" in node.get("src", "")
    ]
    assert "data-keys" in session.get(source).text
    assert tree.cssselect("ul[data-keys=cases] > li[data-uid]")
    [line] = tree.cssselect("[data-keys-help]")
    assert line.get("hidden") is not None
