"""Answering side by side: who is there, whose answer came first, what is set for support."""

from html import unescape
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.approvals.interfaces import AlreadyDecided
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.core import asking
from kommunalhub.core.kept import kept
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.support import presence
from kommunalhub.support.clock import operations as clock_of
from kommunalhub.support.clock import settings
from kommunalhub.support.desk.blocks import ANSWERS
from kommunalhub.support.desk.settings import plan as plans
from zExceptions import NotFound
from zope.annotation.interfaces import IAnnotations
from zope.component import getMultiAdapter
from zope.interface import alsoProvides

import json
import pytest
import transaction


def test_who_has_a_ticket_open_is_told_to_the_others(portal, hub, clock):
    ticket, other = hub.report(portal), hub.report(portal)
    with hub.As("sven"):
        presence.beat(ticket, False)
        assert presence.others(ticket) == []
    with hub.As("svea"):
        [(name, writes)] = presence.others(ticket)
        assert not writes
        assert presence.others(other) == []
        presence.beat(ticket, True)
    with hub.As("sven"):
        assert [writes for _name, writes in presence.others(ticket)] == [True]
        presence.leave(ticket)
    with hub.As("svea"):
        assert presence.others(ticket) == []
    clock(30, "9:06")  # nobody has asked for five minutes
    with hub.As("sven"):
        assert presence.others(ticket) == []


def test_asking_again_and_again_writes_nothing(web, hub, clock):
    ticket = hub.report(web)
    with hub.As("sven"):
        presence.beat(ticket, False)
        transaction.commit()
        store = IAnnotations(web)[presence.KEY]
        clock(30, "9:01")
        presence.beat(ticket, False)
        presence.others(ticket)
        assert not store.rows._p_changed
        clock(30, "9:03")
        presence.beat(ticket, False)
        assert len(store.rows) == 1


def test_of_two_who_answer_at_once_one_is_told(portal, hub, clock):
    ticket = hub.report(portal)
    seen = len(IJournal(ticket))
    with hub.As("mia"):  # the other side may speak at any time
        conversation.write_message(ticket, "Noch etwas.", heard=seen)
    with hub.As("sven"):
        conversation.write_message(ticket, "Moin, ich komme.", heard=seen)
        conversation.write_message(ticket, "Bis gleich.", heard=seen)  # one's own word
    with hub.As("svea"):
        with pytest.raises(AlreadyDecided):
            conversation.write_message(ticket, "Ich komme.", heard=seen)
        conversation.write_message(ticket, "Ich auch.", heard=len(IJournal(ticket)))
    with hub.As("mia"):
        conversation.write_message(ticket, "Danke!", heard=seen)


def text(browser):
    return " ".join(unescape(browser.contents).split())


def test_what_was_typed_stands_after_a_refusal(functional, web, hub, clock):
    ticket = hub.report(web)
    transaction.commit()
    browser, other = hub.browser(functional, "sven"), hub.browser(functional, "svea")
    other.raiseHttpErrors = False
    for one in (browser, other):
        one.open(ticket.absolute_url())
    browser.getForm(id="message-form").getControl(name="text").value = "Moin, ich komme."
    browser.getControl("Nachricht senden").click()
    other.getForm(id="message-form").getControl(name="text").value = "Ich schreibe dasselbe."
    other.getControl("Nachricht senden").click()
    assert "hat inzwischen geantwortet" in text(other)
    assert other.getForm(id="message-form").getControl(name="text").value == (
        "Ich schreibe dasselbe."
    )
    assert other.getControl(name="text", index=1).value == ""  # never in the note
    other.getControl("Nachricht senden").click()
    assert "Ihre Nachricht ist gesendet." in text(other)


def test_presence_is_for_support_alone(portal, hub, clock):
    ticket, request = hub.report(portal), portal.REQUEST
    alsoProvides(request, IKommunalhubLayer)
    page = getMultiAdapter((ticket, request), name="presence")
    for request.method in ("POST", "GET"):
        with hub.As("mia"), pytest.raises(NotFound):
            page()
    with hub.As("svea"):
        assert json.loads(page()) == {"told": ""}
        assert presence.everywhere() == {}  # to look tells nobody


def test_the_queue_says_who_has_a_ticket_open_and_how_what_is_solved_is_sorted(
    functional, web, hub, clock
):
    ticket, solved = hub.report(web), hub.report(web, title="Maus klemmt")
    hub.step(solved, "sven", "resolve", "Gereinigt.")
    with hub.As("svea"):
        presence.beat(ticket, False)
    transaction.commit()
    page = hub.browser(functional, "sven")
    page.open(f"{web.absolute_url()}/support")
    assert "gerade offen bei Svea Beispiel" in text(page)
    assert "früheste Frist zuerst" in text(page) and "Selbst übernehmen" in text(page)
    page.open(f"{web.absolute_url()}/support?queue=solved")
    assert "Maus klemmt" in text(page) and "die jüngste zuerst" in text(page)
    assert "früheste Frist" not in text(page) and "Selbst übernehmen" not in text(page)
    page = hub.browser(functional, "svea")
    page.open(f"{web.absolute_url()}/support")
    assert "gerade offen" not in text(page)  # one's own page is no news


def test_text_blocks_over_rest_are_for_support_alone(functional, web, hub, clock):
    transaction.commit()
    url = f"{web.absolute_url()}/support/@text-blocks"
    block = {"title": "Neustart", "text": "Bitte einmal neu starten."}
    agent, mia = (hub.visitor(who, Accept="application/json") for who in ("sven", "mia"))
    assert mia.get(url).status_code == 404
    assert mia.post(url, json=block).status_code == 403
    made = agent.post(url, json=block)
    assert made.status_code == 201
    assert agent.get(url).json()["items_total"] == 1
    for wrong in (mia.patch, mia.delete):
        assert wrong(made.json()["@id"], json=block).status_code == 403
    assert agent.patch(made.json()["@id"], json={"title": "Neu"}).json()["title"] == "Neu"
    assert agent.delete(made.json()["@id"]).status_code == 204


def test_text_blocks_are_for_support_alone(portal, hub, clock):
    for who, helps in (("sven", True), ("mia", False), ("rita", False)):
        with hub.As(who):
            assert ANSWERS.may_read() is helps
            assert ANSWERS.may_keep() is helps


def form_of(**changed):
    plan = plans.in_force()
    form = {"plan.hours": plan.hours, "plan.closes_after": str(plan.closes_after)}
    for urgency, minutes in plan.promises.items():
        for goal, number in zip(plans.GOALS, minutes, strict=True):
            form[f"plan.promise.{urgency}.{goal}"] = str(number)
    for kind, titles in (("urgency", plan.urgencies), ("category", plan.categories)):
        form |= {f"plan.{kind}.{token}": title for token, title in titles.items()}
    return form | changed


def test_the_effect_is_worked_out_and_nothing_kept(portal, hub, clock):
    ticket = hub.report(portal)
    before = ticket.due
    assert plans.read(form_of()) == (plans.in_force(), {})
    clock(30, "9:30")
    plan, errors = plans.read(form_of(**{"plan.promise.stuck.reaction": "20"}))
    assert errors == {}
    assert plans.effect(plan) == {"moved": 1, "sooner": 1, "overdue": 1}
    assert (ticket.due, kept(ticket, "due")) == (before, before)
    assert settings.promises()["stuck"].reaction.total_seconds() == 3600
    assert plans.put_in_force(plan) == 1
    assert ticket.due == hub.at(30, "9:20") == clock_of.due_of(ticket)
    assert plans.effect(plan) == {}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("plan.hours", "morgens"),
        ("plan.hours", ""),
        ("plan.hours", "x" * 2001),
        ("plan.closes_after", "0"),
        ("plan.closes_after", "201"),
        ("plan.closes_after", "zehn"),
        ("plan.promise.stuck.reaction", "-1"),
        ("plan.promise.stuck.update", "9999999"),
        ("plan.promise.detour.solution", "²"),
        ("plan.urgency.stuck", ""),
        ("plan.category.mail", "x" * 81),
        ("plan.category_new", "x" * 81),
    ],
)
def test_what_is_wrong_is_told_at_its_field(portal, hub, clock, field, value):
    _plan, errors = plans.read(form_of(**{field: value}))
    assert list(errors) == [field]


def test_the_panel_shows_the_effect_before_it_saves(functional, web, hub, clock):
    hub.report(web)
    transaction.commit()
    url = f"{web.absolute_url()}/@@support-controlpanel"
    browser = hub.browser(functional, "hilde")
    browser.raiseHttpErrors = False
    browser.open(url)
    browser.getControl(name="plan.promise.stuck.reaction").value = "viele"
    browser.getControl("Speichern").click()
    assert browser.headers["status"].startswith("400")
    assert 'aria-invalid="true"' in browser.contents
    browser.getControl(name="plan.promise.stuck.reaction").value = "30"
    browser.getControl(name="plan.category_new").value = "Telefon"
    browser.getControl("Speichern").click()
    assert "Noch ist nichts gespeichert" in text(browser)
    browser.getControl("Speichern").click()
    assert "Geänderte" in text(browser) or "Gespeichert" in text(browser)
    transaction.begin()
    assert settings.promises()["stuck"].reaction.total_seconds() == 1800
    assert plans.in_force().categories["own_1"] == "Telefon"
    for who in ("sven", "mia", "hilde"):
        with hub.As(who):
            assert asking.may("kommunalhub: Manage deadlines", web) is (who == "hilde")
