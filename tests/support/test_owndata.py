"""What people read of themselves: own words and every part they have, nobody else's words."""

from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.support import whom
from kommunalhub.support.disturbances import operations as disturbances
from kommunalhub.support.owndata import reading
from support.disturbances.test_disturbances import publish

import json
import pytest
import transaction


SECRET = "Wir halten das für einen Bedienfehler."


@pytest.fixture
def ticket(portal, hub, clock):
    """A ticket of mia for max, on which both and support have written; one note."""
    return filled(portal, hub)


def filled(portal, hub):
    ticket = hub.report(portal, "mia", for_whom="Max Beispiel", description="Seit Montag.")
    hub.step(ticket, "sven", "wait", "Welcher Drucker?")
    hub.step(ticket, "max", "answer", "Der im Flur.")
    for who, say, text in (
        ("mia", conversation.write_message, "Es eilt."),
        ("sven", conversation.write_message, "Ich komme."),
        ("sven", conversation.write_note, SECRET),
    ):
        with hub.As(who):
            say(ticket, text)
    return ticket


def texts(rows):
    return [row["text"] for row in rows]


def test_who_wrote_it_reads_report_and_own_words(ticket):
    found = reading.of("mia")
    [row] = found["reported"]
    assert (row["title"], row["description"]) == (ticket.title, "Seit Montag.")
    assert [one["act"] for one in row["written"]] == ["Nachricht"]
    assert row["urgency"] == "Ich kann nicht arbeiten"
    assert texts(row["written"]) == ["Es eilt."] and row["answers_of_others"] == 3
    assert found["reported_for_you"] == found["written_elsewhere"] == found["followed"] == []


def test_whom_it_is_about_reads_their_part_and_the_source(ticket):
    found = reading.of("max")
    [row] = found["reported_for_you"]
    assert row["reported_by"] == "Mia Beispiel" and texts(row["written"]) == ["Der im Flur."]
    assert "title" not in row and "description" not in row and found["reported"] == []


def test_support_reads_what_they_wrote_on_tickets_of_others(ticket):
    [row] = reading.of("sven")["written_elsewhere"]
    assert texts(row["written"]) == ["Welcher Drucker?", "Ich komme.", SECRET]


def test_notes_and_words_of_others_stand_nowhere(ticket):
    for who, not_theirs in (
        ("mia", [SECRET, "Ich komme.", "Welcher Drucker?", "Der im Flur."]),
        ("max", [SECRET, "Ich komme.", "Es eilt.", "Seit Montag.", ticket.title]),
        ("sven", ["Es eilt.", "Der im Flur.", "Seit Montag."]),
    ):
        told = json.dumps(reading.of(who), ensure_ascii=False)
        assert not [words for words in not_theirs if words in told]
    for who in ("rita", "gesa", "svea"):
        found = reading.of(who)
        assert not any(found[name] for name in found if name != "person")


def test_whom_a_ticket_is_taken_from_it_is_taken(ticket):
    ticket.for_whom = None
    whom.connect(ticket)
    assert reading.of("max")["reported_for_you"] == []


def test_who_follows_a_disturbance_reads_that(portal, hub, clock):
    disturbance = publish(portal, hub)
    disturbances.follow(disturbance, "mia")
    assert [one["title"] for one in reading.of("mia")["followed"]] == [disturbance.title]


def test_page_file_and_rest_say_the_same_to_who_asks_alone(hub, functional, web, clock):
    filled(web, hub)
    transaction.commit()
    url = f"{web.absolute_url()}/support"
    browser = hub.browser(functional, "max")
    browser.open(url)
    browser.getLink("Was der Support über Sie gespeichert hat").click()
    assert "gemeldet von Mia Beispiel" in browser.text and "Der im Flur." in browser.text
    assert "Nachrichten von anderen: 3." in browser.text and SECRET not in browser.text
    browser.getLink("Als Datei speichern").click()
    saved = json.loads(browser.contents)
    told = hub.rest("max").get(f"{url}/@my-data").json()
    assert told.pop("@id") == f"{url}/@my-data" and told == saved
    assert hub.rest().get(f"{url}/@my-data").status_code == 401
