"""Looking for and ordering cases in the lists; what one has dealt with; several at once."""

from kommunalhub.approvals import operations
from kommunalhub.approvals.journal import redaction as redaction
from kommunalhub.approvals.lists.queries import decided_brains
from kommunalhub.approvals.lists.queries import inbox_brains
from kommunalhub.core import formatting
from kommunalhub.partners.rolecache import forget_roles
from pages import parsed
from pages import words
from plone import api

import pytest
import transaction


REVIEWER, OTHER, APPLICANT = "malente-pruefung", "malente-pruefung2", "malente-redaktion"


def titles(brains):
    return [brain.Title for brain in brains]


@pytest.fixture
def three(web, travel):
    """Three cases that wait, the second the most urgent."""
    cases = [
        travel(web, state="submitted", title=title) for title in ("Ahrensbök", "Cismar", "Bosau")
    ]
    cases[1].due = cases[1].due.replace(year=2020)
    cases[1].reindexObject(idxs=["due"])
    transaction.commit()
    return cases


def test_words_and_orders(three, client):
    session = client(REVIEWER)

    def found(query):
        return [item["title"] for item in session.get(f"@inbox?{query}").json()["items"]]

    assert found("") == ["Cismar", "Ahrensbök", "Bosau"]
    assert found("sort=title") == ["Ahrensbök", "Bosau", "Cismar"]
    assert found("q=BOS") == ["Bosau"]
    assert found(f"q={three[0].case_number[-3:]}+ahrens") == ["Ahrensbök"]
    assert found("q=Plön") == []
    mine = client(APPLICANT).get("@submitted?q=cis&sort=title").json()["items"]
    assert [item["title"] for item in mine] == ["Cismar"]


@pytest.mark.parametrize(
    "query",
    ["sort=modified", "sort=due&sort=title", "assigned=everybody", "whose=x", f"q={'x' * 101}"],
)
def test_parameters_are_bounded_over_rest(three, client, query):
    response = client(REVIEWER).get(f"@inbox?{query}")
    assert response.status_code == 400
    assert query.partition("=")[0] in response.text


def test_nonsense_in_the_browser_is_left_out(three, client):
    path = f"@@inbox?sort=x&assigned=y&whose=z&type=q&partner=p&b_start=-1&q={'Bos' + ' x' * 500}"
    page = client(REVIEWER, accept="text/html").get(path)
    assert page.status_code == 200


def test_everybody_can_narrow_and_sort(three, client):
    session = client(REVIEWER, accept="text/html")
    tree = parsed(session.get("@@inbox?q=bos&sort=title"))
    [form] = tree.xpath("//details[contains(@class, 'filters')]//form")
    assert set(form.fields) - {"_authenticator"} == {
        "q",
        "type",
        "partner",
        "assigned",
        "sort",
        "overdue",
    }
    assert form.fields["q"] == "bos"
    assert form.fields["sort"] == "title"
    [rows] = tree.xpath("//ul[@data-keys='cases']")
    assert "Bosau" in words(rows)
    assert "Cismar" not in words(rows)
    assert "Nur: „bos“" in words(tree)
    assert "Mit dieser Auswahl gibt es nichts." in words(parsed(session.get("@@decided?q=bos")))


def test_what_one_has_decided_on(three, client):
    with api.env.adopt_user(username=REVIEWER):
        operations.decide(three[0], "approve")
        operations.decide(three[2], "return", "Bitte ergänzen.")
    transaction.commit()
    items = client(REVIEWER).get("@decided").json()["items"]
    assert {item["title"]: item["decision"]["title"] for item in items} == {
        "Bosau": "Zur Überarbeitung zurückgeben",
        "Ahrensbök": "Freigeben",
    }
    assert client(OTHER).get("@decided").json()["items_total"] == 0
    assert client(APPLICANT).get("@decided").json()["items_total"] == 0  # their own, see @submitted
    assert client().get("@decided").status_code == 401
    page = words(parsed(client(REVIEWER, accept="text/html").get("@@decided")))
    assert "Sie: Freigeben" in page
    assert "Cismar" not in page


def test_the_latest_decision_comes_first(portal, travel, acting, monkeypatch):
    cases = [travel(portal, state="submitted", title=title) for title in ("Eins", "Zwei")]
    for number, case in enumerate(cases):
        moment = formatting.datetime(2026, 11, 20 - number, 9, tzinfo=formatting.UTC)
        with acting(REVIEWER), monkeypatch.context() as patch:
            patch.setattr(formatting, "now", lambda moment=moment: moment)
            operations.decide(case, "approve")
    with acting(REVIEWER):
        assert titles(decided_brains()) == ["Eins", "Zwei"]
        assert titles(decided_brains(words=("zw",))) == ["Zwei"]


def test_who_was_taken_out_of_the_journal_has_decided_on_nothing(portal, travel, acting):
    case = travel(portal, state="submitted")
    with acting(REVIEWER):
        operations.decide(case, "approve")
        seq = operations.last_decision(case)["seq"]
        assert len(decided_brains()) == 1
    with acting("hubleitung"):
        redaction.redact(case, seq, "hubleitung", "Art. 17 DSGVO", ["actor"])
    with acting(REVIEWER):
        assert len(decided_brains()) == 0


def test_nothing_out_of_sight_is_in_the_list(portal, travel, acting):
    case = travel(portal, state="submitted")
    with acting(REVIEWER):
        operations.decide(case, "approve")
        api.portal.get_tool("portal_catalog")
    with api.env.adopt_roles(["Manager"]):
        api.group.remove_user(groupname="malente-reviewers", username=REVIEWER)
    forget_roles()
    with acting(REVIEWER):
        assert titles(decided_brains()) == []
        assert titles(inbox_brains()) == []


def test_a_row_tells_what_can_be_done_with_it(three, client):
    tree = parsed(client(REVIEWER, accept="text/html").get("@@inbox?several=1"))
    [first, *_rest] = tree.xpath("//ul[@data-keys='cases']/li")
    assert "Möglich: Freigeben, Zur Überarbeitung zurückgeben, Nicht annehmen" in words(first)
    [box] = first.xpath(".//input[@type='checkbox']")
    buttons = tree.xpath("//*[@data-bulk='acts']/button")
    assert box.get("data-open").split("\n") == [button.get("data-key") for button in buttons]
    assert [button.get("value") for button in buttons] == [
        "approve@TravelRequest",
        "return@TravelRequest",
        "reject@TravelRequest",
    ]


@pytest.mark.parametrize(
    ("transition", "said"),
    [
        ("approve@OtherKind", "Diesen Schritt gibt es bei dieser Art von Vorgang nicht."),
        ("close@TravelRequest", "jetzigen Stand"),
        ("nonsense", "jetzigen Stand"),
    ],
)
def test_the_server_refuses_with_a_line_each(three, client, transition, said):
    session = client(REVIEWER, accept="text/html")
    tree = parsed(session.get("@@inbox?several=1"))
    [form] = [form for form in tree.forms if "uids:list" in form.fields]
    fields = {**dict(form.form_values()), "uids:list": [case.UID() for case in three]}
    answer = parsed(session.post(form.action, data={**fields, "transition": transition}))
    lines = [words(line) for line in answer.get_element_by_id("ergebnis").cssselect("li")]
    assert len(lines) == 3
    assert all(said in line for line in lines)
    transaction.begin()
    assert [api.content.get_state(case) for case in three] == ["submitted"] * 3


def test_a_reason_has_a_page_with_the_title_and_the_focus(three, client):
    session = client(REVIEWER, accept="text/html")
    tree = parsed(session.get("@@inbox"))
    [link] = [a for a in tree.iter("a") if a.text_content().startswith("Zur Überarb")][:1]
    page = parsed(session.get(link.get("href")))
    assert words(page.find(".//h1")) == "Cismar"
    field = page.get_element_by_id("comment")
    assert field.get("autofocus") is not None
    [form] = [form for form in page.forms if "comment" in form.fields]
    empty = session.post(form.action, data=dict(form.form_values()))
    assert empty.status_code == 400
    again = parsed(empty)
    assert "Bitte begründen Sie" in words(again.get_element_by_id("comment-error"))
    [form] = [form for form in again.forms if "comment" in form.fields]
    done = session.post(form.action, data={**dict(form.form_values()), "comment": "Wann genau?"})
    assert done.url.endswith("@@inbox")
    transaction.begin()
    assert api.content.get_state(three[1]) == "returned"


@pytest.mark.parametrize(
    ("person", "transition", "status"),
    [(REVIEWER, "close", 400), (REVIEWER, "", 400), (APPLICANT, "return", 403)],
)
def test_no_page_for_a_step_that_is_not_open(three, client, person, transition, status):
    session = client(person, accept="text/html")
    path = f"malente/{three[0].getId()}/@@decide-with-reason?transition={transition}"
    assert session.get(path).status_code == status


def test_too_late_with_a_reason(three, client):
    session = client(REVIEWER, accept="text/html")
    path = f"malente/{three[0].getId()}/@@decide-with-reason?transition=return"
    [form] = [form for form in parsed(session.get(path)).forms if "comment" in form.fields]
    with api.env.adopt_user(username=OTHER):
        operations.decide(three[0], "approve")
    transaction.commit()
    late = session.post(form.action, data={**dict(form.form_values()), "comment": "Wann?"})
    assert late.status_code == 409
    assert "Paul Malente" in words(parsed(late))
