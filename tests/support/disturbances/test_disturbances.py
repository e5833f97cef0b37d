"""Disturbances: on whose pages, from minute to minute, followed, told, solved by one click."""

from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_system
from kommunalhub.core.asking import may
from kommunalhub.notices.box import store_of
from kommunalhub.support.disturbances import board
from kommunalhub.support.disturbances import operations
from kommunalhub.support.disturbances import proposing
from kommunalhub.support.disturbances import rules
from kommunalhub.support.disturbances.jobs import Told
from plone import api
from plone.dexterity.utils import createContentInContainer

import pytest
import transaction


def publish(portal, hub, who="sven", **fields):
    """Return a disturbance that runs since this minute, in Malente unless told otherwise."""
    values = {
        "title": "Drucker druckt leere Seiten",
        "partners": {"malente"},
        "starts": formatting.now(),
        **fields,
    }
    with hub.As(who):
        return createContentInContainer(portal["support"]["stoerungen"], "Disturbance", **values)


@pytest.fixture
def mails(portal):
    """Return a function: the subjects of mails that wait, with who gets them, and forget them."""
    for name, value in (("smtp_host", "localhost"), ("email_from_address", "hub@example.org")):
        api.portal.set_registry_record(f"plone.{name}", value)

    def mails():
        store = store_of(portal)
        letters = [mail.letter for mail in store.outbox.mails.values()] if store else []
        found = sorted(
            (one.userid, one.subject) for one in letters if one.key.startswith("disturbance:")
        )
        return found

    return mails


@pytest.mark.parametrize(
    ("partners", "seen_by"),
    [
        ({"malente"}, {"mia", "rita", "sven", "hilde"}),
        ({"lensahn"}, {"sven", "hilde"}),
        (set(), {"mia", "rita", "sven", "hilde", "gesa"}),
    ],
)
def test_on_whose_pages(portal, hub, clock, partners, seen_by):
    disturbance = publish(portal, hub, partners=partners)
    for who in ("mia", "rita", "sven", "hilde", "gesa"):
        with hub.As(who):
            assert bool(board.shown()) == (who in seen_by), who
            assert may("View", disturbance) == (who in seen_by), who
            found = api.content.find(portal_type="Disturbance")
            assert bool(found) == (who in seen_by), who
            assert may("Modify portal content", disturbance) == (who in ("sven", "hilde"))


def test_at_the_minute(portal, hub, clock):
    clock(30, "8:00")
    publish(portal, hub, starts=hub.at(30, "9:00"), ends=hub.at(30, "10:00"))
    seen = {}
    for time in ("8:59", "9:00", "9:59", "10:00"):
        clock(30, time)
        with hub.As("mia"):
            seen[time] = board.fingerprint()
    assert seen["8:59"] == seen["10:00"] == ""
    assert seen["9:00"] == seen["9:59"] != ""


def test_changed_and_deleted(portal, hub, clock):
    disturbance = publish(portal, hub)
    with hub.As("mia"):
        before = board.fingerprint()
    with hub.As("sven"):
        operations.tell_more(disturbance, "Wir starten den Server neu.")
    with hub.As("mia"):
        assert board.fingerprint() not in ("", before)
    with hub.As("sven"):
        api.content.delete(disturbance)
    with hub.As("mia"):
        assert board.fingerprint() == ""


def test_followers_are_told_of_news_and_of_the_end(portal, hub, clock, mails):
    disturbance = publish(portal, hub)
    with hub.As("mia"):
        operations.follow(disturbance, "mia")
        operations.follow(disturbance, "mia")
    with hub.As("sven"):
        operations.tell_more(disturbance, "Wir starten den Server neu.")
        operations.tell_more(disturbance, "Wir starten den Server neu.")  # sent twice
    assert [who for who, _subject in mails()] == ["mia"]
    with hub.As("sven"):
        operations.end(disturbance, "Der Server läuft wieder.")
        operations.end(disturbance, "Der Server läuft wieder.")
    assert [subject.partition(":")[0] for _who, subject in mails()] == ["Neuigkeit", "Vorbei"]
    with hub.As("sven"), pytest.raises(operations.Refused):
        operations.tell_more(disturbance, "Noch etwas.")


def test_time_alone_tells_as_well_and_nobody_twice(portal, hub, clock, mails):
    clock(30, "8:00")
    disturbance = publish(portal, hub, starts=hub.at(30, "9:00"), ends=hub.at(30, "10:00"))
    operations.follow(disturbance, "mia")
    job = Told()
    assert job.due(formatting.now()) == [] and job.again(formatting.now()) == hub.at(30, "9:00")
    for time, said in (("9:00", "Hat begonnen"), ("10:00", "Vorbei")):
        clock(30, time)
        before = len(mails())
        for _again in range(2):
            for key in job.due(formatting.now()):
                with as_system(portal):
                    job.do(key, formatting.now())
        assert len(mails()) == before + 1
        assert [s for _w, s in mails() if s.startswith(said)]
        assert job.due(formatting.now()) == []


def test_one_click_solves_all_its_tickets(portal, hub, clock, mails):
    disturbance = publish(portal, hub)
    tickets = [hub.report(portal), hub.report(portal, "max"), hub.report(portal)]
    hub.step(tickets[2], "sven", "resolve", "Klappe zu.")
    with hub.As("sven"):
        assert operations.link(disturbance, [one.UID() for one in tickets] + ["0" * 32]) == 3
        results = operations.end(disturbance, "Der Server läuft wieder.", solve=True)
        assert [result["error"] for result in results] == [None, None]
        assert operations.end(disturbance, "Der Server läuft wieder.", solve=True) == []
    assert [hub.state(one) for one in tickets] == ["resolved"] * 3
    said = tickets[0]
    assert IJournal(said).last("transition")["comment"] == "Der Server läuft wieder."
    assert mails() == []  # each hears of it by their ticket


def test_three_alike_propose_one_until_it_is_told_or_dismissed(portal, hub, clock):
    made = [hub.report(portal, who) for who in ("mia", "max")]
    with hub.As("sven"):
        assert proposing.proposal() is None
    made.append(hub.report(portal, "rita", title="Drucker: leere Seiten"))
    for ticket in made:
        ticket.creation_date = formatting.now()
        ticket.reindexObject()
    with hub.As("sven"):
        found = proposing.proposal()
        assert found.why == rules.WORDS and found.uids == {one.UID() for one in made}
        disturbance = publish(portal, hub)
        fitting = proposing.fitting(disturbance)
        assert {brain.UID for brain in fitting} == found.uids
        operations.link(disturbance, found.uids)
        assert proposing.proposal() is None and proposing.fitting(disturbance) == []
        for uid in found.uids:
            operations.unlink(disturbance, uid)
        proposing.dismiss(found.uids)
        assert proposing.proposal() is None


def test_pages_and_rest(web, hub, functional, clock):
    site = web.absolute_url()
    support = hub.browser(functional, "sven")
    support.raiseHttpErrors = False
    support.open(f"{site}/support/stoerungen/++add++Disturbance")
    support.getControl(name="form.widgets.title").value = "Netz im Rathaus langsam"
    support.getControl(name="form.widgets.partners:list").value = ["malente"]
    support.getControl(name="form.buttons.save").click()
    assert "Die Störung ist veröffentlicht." in support.text
    url = support.url.removesuffix("/view")
    support.open(f"{url}/edit")
    assert support.getControl(name="form.widgets.starts").value == "2026-11-30T09:00"
    support.getControl(name="form.buttons.save").click()
    mia = hub.browser(functional, "mia")
    mia.open(f"{site}/support")
    assert "Netz im Rathaus langsam" in mia.text and 'role="status"' in mia.contents
    nobody, gesa = hub.browser(functional), hub.browser(functional, "gesa")
    for other in (nobody, gesa):
        other.open(site)
        assert "Netz im Rathaus" not in other.text
    mia.getLink("Mich betrifft es auch").click()
    mia.getControl("Mich betrifft es auch").click()
    assert "Sie bekommen eine E-Mail, wenn es etwas Neues gibt." in mia.text
    assert "Für den Support" not in mia.text
    rest = hub.Session(site, "mia")
    (item,) = rest.get("support/@disturbances").json()["items"]
    assert item["title"] == "Netz im Rathaus langsam"
    path = item["@id"].removeprefix(f"{site}/")
    assert rest.post(f"{path}/@follow", json={}).json()["follows"] is True
    assert rest.delete(f"{path}/@follow").json()["follows"] is False
    assert rest.post(f"{path}/@disturbance-end", json={"text": "x"}).status_code in (401, 403)
    stranger = hub.Session(site, "gesa")
    assert stranger.post(f"{path}/@follow", json={}).status_code in (401, 403, 404)
    assert hub.Session(site).get("support/@disturbances").json()["items"] == []
    support.open(url)
    support.getControl("Neuigkeit mitteilen").click()
    assert "Bitte schreiben Sie, was Sie mitteilen möchten." in support.text
    support.getControl(name="text").value = "Der Anbieter sucht den Fehler."
    support.getControl("Neuigkeit mitteilen").click()
    mia.open(site)
    assert "Der Anbieter sucht den Fehler." in mia.text
    helper = hub.Session(site, "sven")
    assert helper.post(f"{path}/@disturbance-end", json={"text": 7}).status_code == 400
    ended = helper.post(f"{path}/@disturbance-end", json={"text": "Behoben."})
    assert ended.json()["tickets"] == []
    mia.open(site)
    assert "Netz im Rathaus langsam" not in mia.text


def test_a_kept_page_changes_with_it(web, hub, functional, clock):
    site = web.absolute_url()
    anonymous = hub.visitor()
    site = f"{site}/support"
    first = anonymous.get(site)
    again = {"If-None-Match": first.headers["ETag"]}
    assert anonymous.get(site, headers=again).status_code == 304
    transaction.begin()
    publish(web, hub, public=True, starts=hub.at(30, "9:30"), ends=hub.at(30, "10:00"))
    transaction.commit()
    assert anonymous.get(site, headers=again).status_code == 304
    clock(30, "9:30")
    begun = anonymous.get(site, headers=again)
    assert begun.status_code == 200 and "leere Seiten" in begun.text
    again = {"If-None-Match": begun.headers["ETag"]}
    assert anonymous.get(site, headers=again).status_code == 304
    clock(30, "10:00")
    over = anonymous.get(site, headers=again)
    assert over.status_code == 200 and "leere Seiten" not in over.text


def test_for_whom_a_ticket_of_it_was_reported_is_told_as_well(portal, hub, clock, mails):
    ticket = hub.report(portal, "mia", for_whom="Max Beispiel")
    disturbance = publish(portal, hub)
    with hub.As("sven"):
        operations.link(disturbance, [ticket.UID()])
        operations.tell_more(disturbance, "Die Firma ist da.")
    assert {who for who, _subject in mails()} == {"mia", "max"}
