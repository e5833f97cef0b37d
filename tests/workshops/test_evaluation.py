"""How it was: said once by those who were there, shown from five on, by nobody's name."""

from datetime import timedelta
from html import unescape
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.core import formatting
from kommunalhub.core.tools import site
from kommunalhub.workshops import letters
from kommunalhub.workshops import operations
from kommunalhub.workshops import storage as registrations
from kommunalhub.workshops.evaluation import rules
from kommunalhub.workshops.evaluation import storage
from kommunalhub.workshops.operations import Applicant

import pytest
import re
import transaction


@pytest.fixture
def workshop(hub, web, monkeypatch):
    """A public workshop that was held; mia and five without an account were there, max was not."""
    workshop = hub.add_workshop(web, is_public=True, capacity=20)
    hub.register(workshop, "mia", "max")
    for number in range(5):
        operations.register(workshop, Applicant(f"Gast {number}", f"g{number}@example.org"))
    for number in (1, 3, 4, 5, 6, 7):
        operations.note_attendance(workshop, number, True)
    real = formatting.now
    monkeypatch.setattr(formatting, "now", lambda: real() + timedelta(days=21))
    with hub.As("trude"):
        hub.step(workshop, "close_registration")
        hub.step(workshop, "hold")
    monkeypatch.setattr(formatting, "now", real)
    transaction.commit()
    return workshop


def text(browser):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", browser.contents)))


def url(workshop, number=None):
    if number is None:
        return f"{workshop.absolute_url()}/@@rueckmeldung"
    return letters.link_by_key(site(), workshop, number, letters.EVALUATION_PAGE)


def say(hub, functional, workshop, number, value="5", comment=""):
    browser = hub.browser(functional)
    browser.open(url(workshop, number))
    for statement in rules.STATEMENTS:
        browser.getControl(name=f"r-{statement}").value = [value]
    browser.getControl(name="comment").value = comment
    browser.getControl("Ohne meinen Namen absenden").click()
    return browser


def sheets(workshop):
    transaction.begin()
    return storage.answers_to(workshop.UID()).all()


def test_thanks_come_with_certificate_materials_and_evaluation(hub, web, workshop):
    [mine] = [one for one in hub.mails(web) if one.userid == "mia" and "danke" in one.text]
    for part in ("bescheinigung.pdf", "@@rueckmeldung", "Der Workshop und seine Unterlagen"):
        assert part in mine.text
    [guest] = [o for o in hub.mails(web) if o.recipient == "g0@example.org" and "danke" in o.text]
    assert "@@rueckmeldung?key=" in guest.text
    assert not [o for o in hub.mails(web) if o.userid == "max" and "danke" in o.text]


def test_only_who_was_there_says_how_it_was_and_once(hub, functional, workshop):
    for who in (None, "max", "lena", "trude"):
        browser = hub.browser(functional, who)
        browser.open(url(workshop))
        assert "Wer dabei war, kann nach dem Workshop sagen" in text(browser), who
    browser = hub.browser(functional)
    browser.open(url(workshop, 2))  # max, who was not there
    assert "Wer dabei war, kann" in text(browser)
    assert hub.visitor(None).get(url(workshop, 1)[:-2] + "xx").status_code == 404
    again, empty = (hub.browser(functional, "mia") for _n in range(2))
    again.open(url(workshop))
    empty.raiseHttpErrors = False
    empty.open(url(workshop))
    empty.getControl("Ohne meinen Namen absenden").click()
    assert empty.headers["status"].startswith("400")
    assert "Bitte beantworten Sie mindestens eine Frage" in text(empty)
    for browser in (empty, again):
        browser.getControl(name="r-pace").value = ["4"]
        browser.getControl("Ohne meinen Namen absenden").click()
        assert "Danke! Ihre Antwort ist ohne Ihren Namen aufbewahrt." in text(browser)
    assert [dict(one.ratings) for one in sheets(workshop).values()] == [{"pace": 4}]


def test_what_is_kept_names_nobody(hub, functional, workshop):
    say(hub, functional, workshop, 3, comment="Gern wieder")
    transaction.begin()
    answers = storage.answers_to(workshop.UID())
    [(key, kept)] = answers.sheets.items()
    people = registrations.book_of(workshop).all()
    known = {str(v) for one in people for v in (one.name, one.email, one.userid, one.number)}
    assert key not in known
    assert kept == (tuple((name, 5) for name in rules.STATEMENTS), "Gern wieder", None)


def test_results_are_shown_from_five_on_and_comments_when_released(hub, functional, workshop):
    manager, member = hub.browser(functional, "trude"), hub.browser(functional, "lena")
    results = f"{workshop.absolute_url()}/@@auswertung"
    for number, value in ((3, "5"), (4, "5"), (5, "4"), (6, "3")):
        say(hub, functional, workshop, number, value, f"Zettel {number}")
    for browser in (manager, member):
        browser.open(results)
        assert "Ergebnisse gibt es ab 5 Antworten" in text(browser)
        assert "Zettel" not in text(browser)
    say(hub, functional, workshop, 7, "5")
    manager.open(results)
    assert "Das Tempo war für mich richtig. 3 1 1 0 0 4,4" in text(manager)
    assert 'role="img"' in manager.contents
    member.open(results)
    assert "4,4" in text(member)
    assert "Zettel" not in text(member)
    assert text(manager).count("Zettel") == 4
    manager.getControl("Für alle lesbar machen", index=0).click()
    member.open(results)
    assert text(member).count("Zettel") == 1
    manager.getControl("Zurückhalten").click()
    member.open(results)
    assert "Zettel" not in text(member)
    answer = hub.rest().get(results, allow_redirects=False)
    assert answer.status_code in (302, 401)


def test_rest_takes_one_answer_and_gives_results(hub, functional, workshop):
    service = f"{workshop.absolute_url()}/@evaluation"
    data = {"ratings": {"use": 5}, "comment": "Kurz"}
    assert hub.rest().post(service, json=data).status_code == 401
    assert hub.rest("max").post(service, json=data).status_code == 409
    for wrong in (
        *({}, {"ratings": {"use": 6}}, {"ratings": {"use": True}}, {"ratings": ["use"]}),
        *({"ratings": {"other": 1}}, {"comment": 7}, {"comment": "x" * 2001}),
    ):
        assert hub.rest("mia").post(service, json=wrong).status_code == 400, wrong
    assert hub.rest("mia").get(service).json()["state"] == "open"
    assert hub.rest("mia").post(service, json=data).status_code == 201
    assert hub.rest("mia").post(service, json=data).status_code == 409
    assert hub.rest("mia").get(service).json()["state"] == "done"
    for number in (3, 4, 5, 6):
        say(hub, functional, workshop, number)
    answer = hub.rest("trude").get(service).json()
    assert [(one["statement"], one["counts"]) for one in answer["results"]] == [
        ("use", [0, 0, 0, 0, 5])
    ]
    assert answer["comments"] == [{"text": "Kurz", "shown": None}]
    assert hub.rest("lena").get(service).json()["comments"] == []


SHEETS = st.lists(
    st.builds(
        rules.Sheet,
        st.dictionaries(st.sampled_from(rules.STATEMENTS), st.integers(1, 5)),
        st.sampled_from(["", "x"]),
        st.sampled_from([None, True, False]),
    ),
    max_size=12,
)


@given(SHEETS)
def test_fewer_than_five_answers_show_nothing(found):
    for result in rules.results(found):
        assert result.answers >= rules.LEAST
        assert 1 <= result.mean <= 5
    keyed = {str(at): one for at, one in enumerate(found)}
    shown = rules.comments(keyed, is_manager=False)
    assert all(one.is_shown and one.comment for _key, one in shown)
    if len(found) < rules.LEAST:
        assert rules.results(found) == rules.comments(keyed, is_manager=True) == []
