"""Merged, split and linked tickets: nothing is lost, nothing read by whom it is not for."""

from html import unescape
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.approvals.interfaces import AlreadyDecided
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import NotPossible
from kommunalhub.approvals.journal import entries
from kommunalhub.core.acting import as_builder
from kommunalhub.core.kept import kept
from kommunalhub.support import operations as support
from kommunalhub.support.clock import operations as clock_of
from kommunalhub.support.desk.joining import operations
from kommunalhub.support.desk.joining import reading
from kommunalhub.support.desk.joining.operations import WrongChoice
from kommunalhub.support.desk.talk import talk_of
from plone import api

import pytest
import transaction


def said(*tickets):
    """Return how many messages and notes there are."""
    kinds = (entries.MESSAGE, entries.NOTE)
    return sum(entry["kind"] in kinds for ticket in tickets for entry in IJournal(ticket))


def awaits_support(ticket):
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        awaiting="hub-support", UID=ticket.UID()
    )
    return len(found) == 1


def speak(hub, ticket, who, text, note=False):
    with hub.As(who):
        (conversation.write_note if note else conversation.write_message)(ticket, text)


@pytest.fixture
def two(portal, hub, clock):
    """A ticket of mia and one of max, with messages and a note each."""
    first, second = hub.report(portal, "mia"), hub.report(portal, "max", title="Nur weiße Blätter")
    for ticket in (first, second):
        hub.step(ticket, "sven", "assign")
        speak(hub, ticket, "sven", f"Antwort zu {ticket.case_number}")
        speak(hub, ticket, "sven", f"Notiz zu {ticket.case_number}", note=True)
    return first, second


def test_merged_and_taken_out_again_all_is_as_before(two, hub, clock):
    first, second = two
    before = (said(*two), hub.state(second), second.due, awaits_support(second))
    assert awaits_support(second)
    with hub.As("sven"):
        operations.merge(second, first)
        assert support.merged_into(second) == first
        shown = talk_of([first, *operations.taken_in(first)])
        assert len(shown) == said(*two) == before[0]
    assert second.due is None
    assert not awaits_support(second)
    assert hub.brain(second).case_extra["merged"] == first.UID()
    with hub.As("sven"):
        operations.part(second)
        with pytest.raises(NotPossible):
            operations.part(second)
    assert (said(*two), hub.state(second), second.due, awaits_support(second)) == before
    assert kept(second, "merged") is None
    assert first.takes_in == ()


def test_of_two_who_merge_one_is_told(two, hub):
    first, second = two
    with hub.As("sven"):
        operations.merge(second, first)
    with hub.As("svea"):
        with pytest.raises(AlreadyDecided):
            operations.merge(second, first)
        with pytest.raises(WrongChoice):
            operations.merge(first, second)  # it would go on within itself
        with pytest.raises(WrongChoice):
            operations.merge(first, first)
    for who in ("mia", "max", "rita"):
        with hub.As(who), pytest.raises(NotAllowed):
            operations.part(second)


def test_nobody_reads_more_than_before(two, hub):
    first, second = two
    with hub.As("sven"):
        operations.merge(second, first)
    with hub.As("mia"):
        assert reading.shown_with(first) == []
        assert [row["text"] for row in talk_of([first])] == [f"Antwort zu {first.case_number}"]
        assert reading.alike(first) == []
    with hub.As("max"):
        assert reading.goes_on_in(second) is None
    with hub.As("sven"):
        assert reading.goes_on_in(second) == first


def test_the_solution_is_one_for_all(two, hub):
    first, second = two
    with hub.As("sven"):
        operations.merge(second, first)
    hub.step(first, "sven", "resolve", "Die Tonerklappe war offen.")
    assert [hub.state(ticket) for ticket in two] == ["resolved", "resolved"]
    assert IJournal(second).last("transition")["comment"] == "Die Tonerklappe war offen."
    hub.step(second, "max", "reopen", "Bei mir nicht.")
    assert kept(second, "merged") is None  # it goes by itself, in the queue again
    assert hub.state(first) == "resolved"


def test_what_its_own_side_closes_says_nothing_of_the_others(two, hub):
    first, second = two
    with hub.As("sven"):
        operations.merge(second, first)
    hub.step(first, "mia", "close", "Hat sich erledigt.")
    assert hub.state(second) == "assigned"
    assert kept(second, "merged") is None
    assert second.due is not None


def test_what_is_said_on_a_merged_ticket_moves_the_clock(two, hub, clock):
    first, second = two
    clock(30, "9:30")
    with hub.As("sven"):
        operations.merge(second, first)
    speak(hub, second, "max", "Und bei mir am Nachmittag auch.")
    assert clock_of.history_of(first)[-1].when == hub.at(30, "9:30")
    assert first.due == clock_of.due_of(first)


def test_a_message_becomes_a_ticket_of_who_wrote_it(portal, hub, clock):
    ticket = hub.report(portal, "mia")
    speak(hub, ticket, "mia", "Außerdem geht die Maus nicht.")
    seq = IJournal(ticket).last(entries.MESSAGE)["seq"]
    speak(hub, ticket, "sven", "Nur für uns.", note=True)
    note = IJournal(ticket).last(entries.NOTE)["seq"]
    with hub.As("sven"):
        made = operations.split(ticket, seq, "Maus ohne Kabel")
        for wrong in (note, 0, 99):  # a note never becomes what its reporter reads
            with pytest.raises(WrongChoice):
                operations.split(ticket, wrong, "Maus")
        for title in ("", "x" * 201):
            with pytest.raises(WrongChoice):
                operations.split(ticket, seq, title)
    assert made.Creator() == "mia"
    assert made.description == "Außerdem geht die Maus nicht."
    assert made.partner == "malente"
    assert made.related == (ticket.UID(),)
    assert ticket.related == (made.UID(),)
    with hub.As("mia"):
        conversation.write_message(made, "Danke!")


def test_tickets_are_linked_and_unlinked(two, hub):
    first, second = two
    with hub.As("sven"):
        for _time in range(2):
            operations.link(first, operations.find(second.case_number.lower()))
            assert (first.related, second.related) == ((second.UID(),), (first.UID(),))
        operations.unlink(second, first.UID())
        operations.unlink(second, "gone")
        assert (first.related, second.related) == ((), ())
        with pytest.raises(WrongChoice):
            operations.find("T-1999-001")


def test_nothing_points_to_what_is_deleted(two, hub, portal):
    first, second = two
    with hub.As("sven"):
        operations.merge(second, first)
        operations.link(second, first)
    with as_builder(portal):
        portal["support"].manage_delObjects([first.getId()])
    assert kept(second, "merged") is None
    assert second.related == ()


def text(browser):
    return " ".join(unescape(browser.contents).split())


def test_support_merges_by_number(functional, web, hub, clock):
    first, second = hub.report(web, "mia"), hub.report(web, "max", title="Nur weiße Blätter")
    speak(hub, second, "max", "Auch nach dem Ausschalten.")
    transaction.commit()
    url, into = second.absolute_url(), first.absolute_url()
    browser = hub.browser(functional, "sven")
    browser.raiseHttpErrors = False
    browser.open(f"{url}/@@join")
    browser.getControl("Zusammen mit ihr bearbeiten").click()
    assert "Diese Anfrage gibt es nicht" in text(browser)
    browser.getControl(name="ticket", index=0).value = first.case_number
    browser.getControl("Zusammen mit ihr bearbeiten").click()
    assert browser.url == into
    assert "Auch nach dem Ausschalten." in text(browser)
    browser.open(url)
    assert browser.url == into
    browser.open(f"{url}?own=1")
    browser.getLink("Zusammenführen, verknüpfen oder teilen").click()
    browser.getControl("Wieder herauslösen").click()
    assert browser.url == url
    reporter = hub.browser(functional, "max")
    reporter.raiseHttpErrors = False
    reporter.open(f"{url}/@@join")
    assert "Nur der Support" in text(reporter)


def test_putting_together_over_rest(web, hub, clock):
    first, second = hub.report(web, "mia"), hub.report(web, "max", title="Nur weiße Blätter")
    speak(hub, second, "max", "Auch nach dem Ausschalten.")
    transaction.commit()
    url = f"{second.absolute_url()}/@joined"
    rest = hub.rest("sven")
    merged = rest.post(url, json={"act": "merge", "ticket": first.case_number})
    assert merged.json()["@id"].startswith(first.absolute_url())
    assert [row["number"] for row in merged.json()["merged"]] == [second.case_number]
    assert rest.get(url).json()["merged_into"]["number"] == first.case_number
    assert hub.rest("max").get(url).json()["merged_into"] is None
    again = rest.post(url, json={"act": "merge", "ticket": first.case_number})
    assert again.status_code == 409
    items = rest.get(f"{web['support'].absolute_url()}/@tickets").json()["items"]
    assert [item["UID"] for item in items] == [first.UID()]
    assert rest.post(url, json={"act": "part"}).json()["merged_into"] is None
    for bad in ({}, {"act": "burn"}, {"act": "merge"}, {"act": "merge", "ticket": 7}):
        assert rest.post(url, json=bad).status_code == 400, bad
    assert rest.post(url, json={"act": "split", "message": "x", "title": "?"}).status_code == 400
    assert hub.rest("max").post(url, json={"act": "part"}).status_code == 403
    assert hub.rest().post(url, json={"act": "part"}).status_code == 404
