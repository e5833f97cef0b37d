"""Several tickets at once: each is asked for by itself, and each has its result."""

from html import unescape
from kommunalhub.approvals.assignment.reading import assigned_to
from kommunalhub.approvals.interfaces import AlreadyDecided
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.support.desk.several import Seen
from kommunalhub.support.desk.several import several
from kommunalhub.support.desk.several import WrongValue

import pytest
import transaction


def outcome(results):
    return [type(result["error"]).__name__ if result["error"] else "done" for result in results]


@pytest.fixture
def two(portal, hub, clock):
    return [hub.report(portal, "mia"), hub.report(portal, "gesa", title="WLAN für Gäste")]


def test_somebody_takes_several(two, hub):
    uids = [ticket.UID() for ticket in two]
    with hub.As("sven"):
        assert outcome(several([*uids, "gone", uids[0]], "take")) == ["done", "done", "NotPossible"]
    assert [assigned_to(ticket) for ticket in two] == ["sven", "sven"]
    assert [hub.state(ticket) for ticket in two] == ["assigned", "assigned"]


def test_sending_twice_does_nothing_more(two, hub):
    uids = [ticket.UID() for ticket in two]
    with hub.As("sven"):
        for _time in range(2):
            assert outcome(several(uids, "take")) == ["done", "done"]
            assert outcome(several(uids, "urgency", urgency="no_hurry")) == ["done", "done"]
        said = [entry["kind"] for entry in IJournal(two[0])]
        assert said == [entries.CREATED, entries.TRANSITION, entries.ASSIGNED, entries.EDITED]
        assert outcome(several(uids[:1], "close", {uids[0]: Seen("assigned")})) == ["done"]
        again = several(uids[:1], "close", {uids[0]: Seen("assigned")})
        assert outcome(again) == ["AlreadyDecided"]


def test_of_two_who_take_one_is_told(two, hub):
    uids = [ticket.UID() for ticket in two]
    with hub.As("sven"):
        several(uids[:1], "take")
    with hub.As("svea"):
        first, second = several(uids, "take")
        assert isinstance(first["error"], AlreadyDecided)
        assert second["error"] is None
        seen = {uids[0]: Seen("assigned", "sven")}
        assert outcome(several(uids[:1], "take", seen)) == ["done"]  # knowing whose it was
    assert [assigned_to(ticket) for ticket in two] == ["svea", "svea"]


def test_tickets_are_given_to_a_colleague(two, hub):
    uids = [ticket.UID() for ticket in two]
    with hub.As("sven"):
        assert outcome(several(uids, "hand", to="svea")) == ["done", "done"]
        assert outcome(several(uids[:1], "hand", to="mia")) == ["AlreadyTaken"]
    assert [assigned_to(ticket) for ticket in two] == ["svea", "svea"]


def test_what_is_refused_leaves_the_others_done(two, hub):
    uids = [ticket.UID() for ticket in two]
    hub.step(two[0], "sven", "resolve", "Klappe zu.")
    with hub.As("sven"):
        assert outcome(several(uids, "urgency", urgency="no_hurry")) == ["NotAllowed", "done"]
    with hub.As("mia"):  # sees her own alone, and does not sort it in
        assert outcome(several(uids, "urgency", urgency="stuck")) == ["done", "NotPossible"]
        assert outcome(several(uids, "take")) == ["NotAllowed", "NotPossible"]


@pytest.mark.parametrize(
    ("act", "field"), [("delete", "act"), ("hand", "to"), ("urgency", "urgency")]
)
def test_what_is_missing_is_told_at_its_field(two, hub, act, field):
    with hub.As("sven"), pytest.raises(WrongValue) as wrong:
        several([two[0].UID()], act)
    assert wrong.value.field == field


def text(browser):
    return " ".join(unescape(browser.contents).split())


def test_the_queue_takes_what_was_ticked(functional, web, hub, clock):
    ticket = hub.report(web)
    hub.report(web, title="Maus ohne Kabel")
    transaction.commit()
    url = f"{web.absolute_url()}/support?queue=nobody&urgency=stuck"
    browser, other = hub.browser(functional, "sven"), hub.browser(functional, "svea")
    browser.raiseHttpErrors = False
    other.open(url)
    browser.open(url)
    browser.getControl("Selbst übernehmen").click()
    assert "mindestens einen Vorgang aus" in text(browser)
    browser.getControl(name="uids:list").getControl(value=ticket.UID()).selected = True
    browser.getControl("Selbst übernehmen").click()
    assert "Jetzt bei Ihnen." in text(browser)
    other.getControl(name="uids:list").getControl(value=ticket.UID()).selected = True
    other.getControl("Selbst übernehmen").click()
    assert "nicht erledigt" in text(other)


def test_who_only_reports_has_no_steps_for_several(functional, web, hub, clock):
    ticket = hub.report(web)
    transaction.commit()
    browser = hub.browser(functional, "mia")
    browser.open(f"{web.absolute_url()}/support")
    assert "Mit den angekreuzten" not in text(browser)
    url = f"{web['support'].absolute_url()}/@tickets"
    sent = {"uids": [ticket.UID()], "act": "close"}
    assert hub.rest("mia").post(url, json=sent).status_code == 403
    assert hub.rest().post(url, json=sent).status_code == 401


def test_several_over_rest(web, hub, clock):
    ticket = hub.report(web)
    transaction.commit()
    url = f"{web['support'].absolute_url()}/@tickets"
    sent = {"uids": [ticket.UID()], "act": "take"}
    assert hub.rest("sven").post(url, json=sent).json() == {
        "results": [{"UID": ticket.UID(), "done": True}]
    }
    [told] = hub.rest("svea").post(url, json=sent).json()["results"]
    assert not told["done"]
    assert told["error"]["type"] == "AlreadyTaken"
    for bad in (
        {},
        {"uids": []},
        {"uids": [1], "act": "take"},
        {**sent, "act": "burn"},
        {**sent, "act": "hand"},
        {**sent, "seen": ["new"]},
        {**sent, "seen": {ticket.UID(): "new"}},
    ):
        assert hub.rest("sven").post(url, json=bad).status_code == 400, bad


def test_the_queue_is_narrowed(web, hub, clock):
    printer = hub.report(web, "mia", device="Drucker Flur 1")
    hub.report(web, "gesa", device="Beamer Halle", category="room")
    transaction.commit()
    url = f"{web['support'].absolute_url()}/@tickets"

    def found(query):
        items = hub.rest("sven").get(f"{url}?{query}").json()["items"]
        return [item["UID"] for item in items]

    assert len(found("")) == 2
    assert found("partner=malente") == found("device=DRUCKER") == [printer.UID()]
    assert printer.UID() not in found("category=room")
    assert found("queue=overdue") == []
    clock(30, "10:30")
    assert len(found("queue=overdue")) == 2
    assert found("queue=overdue&partner=malente") == [printer.UID()]
