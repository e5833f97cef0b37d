"""Dates of workshops in all calendars: the page, the month, feeds, „Mein Hub“; cut by rights."""

from datetime import timedelta
from kommunalhub.booking import feeds
from kommunalhub.core import formatting
from kommunalhub.core.agenda import gathering
from kommunalhub.workshops.content import Workshop
from plone import api
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import icalendar
import pytest
import re
import transaction


@pytest.fixture
def dates(hub, web):
    """(public, internal, draft) workshops, two dates each; mia has a seat in the internal one."""
    more = (formatting.to_local(formatting.now()) + timedelta(days=22)).date()
    sessions = f"{more:%d.%m.%Y} 9:00-12:00, Rathaus"
    found = [
        hub.add_workshop(web, title="Offene Werkstatt", is_public=True, more_sessions=sessions),
        hub.add_workshop(web, title="Interne Runde", more_sessions=sessions),
        hub.add_workshop(web, title="Noch geheim", state="draft"),
    ]
    hub.register(found[1], "mia")
    transaction.commit()
    return found


def between():
    now = formatting.now()
    return now, now + timedelta(days=60)


def titles(hub, who):
    with hub.As(who):
        return [one.title for one in gathering.occurrences(*between())]


def events(text):
    return icalendar.Calendar.from_ical(text).walk("VEVENT")


def test_everybody_gets_the_dates_they_may_see(hub, dates):
    assert titles(hub, "gesa") == ["Offene Werkstatt"] * 2
    assert sorted(titles(hub, "lena")) == ["Interne Runde"] * 2 + ["Offene Werkstatt"] * 2
    with hub.As("mia"):
        own = gathering.own(*between())
    assert [(one.title, one.place) for one in own] == [
        ("Interne Runde", "Halle im Hub"),
        ("Interne Runde", "Rathaus"),
    ]


def test_no_object_is_woken(hub, dates, monkeypatch):
    monkeypatch.setattr(Workshop, "__getattr__", lambda self, name: pytest.fail(name))
    with hub.As("lena"):
        assert len(gathering.occurrences(*between())) == 4


def test_moved_and_called_off_dates_keep_their_uid(hub, dates):
    public = dates[0]
    before = {one.uid: one for one in gathering.occurrences(*between(), kind="workshops")}
    public.start = public.start + timedelta(days=1)
    public.end = public.end + timedelta(days=1)
    with hub.As("trude"):
        notify(ObjectModifiedEvent(public))
    after = {one.uid: one for one in gathering.occurrences(*between(), kind="workshops")}
    assert after.keys() == before.keys()
    uid = f"{public.UID()}-1@kommunalhub"
    assert after[uid].sequence == before[uid].sequence + 1
    assert (after[uid].has_moved, after[uid].is_cancelled) == (True, False)
    with hub.As("trude"):
        hub.step(public, "cancel", "Krank")
    [off] = [one for one in gathering.occurrences(*between()) if one.uid == uid]
    assert (off.sequence, off.is_cancelled) == (2, True)
    [event] = [e for e in events(gathering.calendar_text([off])) if str(e["uid"]) == uid]
    assert (event["status"], event["summary"]) == ("CANCELLED", "Abgesagt: Offene Werkstatt")


def test_the_feed_of_all_is_cut_by_rights_and_the_private_one_is_ones_own(hub, functional, dates):
    site = functional["portal"].absolute_url()
    public = events(hub.visitor(None).get(f"{site}/@@termine.ics").text)
    assert {str(e["summary"]) for e in public} == {"Offene Werkstatt"}
    inside = events(hub.visitor("lena").get(f"{site}/@@termine.ics").text)
    assert {str(e["summary"]) for e in inside} == {"Offene Werkstatt", "Interne Runde"}
    secret = feeds.subscribe("mia")
    transaction.commit()
    own = events(hub.visitor(None).get(f"{site}/@@buchungen.ics?key={secret}").text)
    assert {str(e["summary"]) for e in own} == {"Interne Runde"}


def test_the_private_feed_of_all_is_what_the_person_may_see_until_it_is_revoked(
    hub, functional, web, dates
):
    page = hub.browser(functional, "lena")
    page.open(f"{web.absolute_url()}/@@termine")
    page.getLink("Alle Termine abonnieren").click()
    page.getControl("Neue Adresse").click()
    address = re.search(r"<code>(\S+)</code>", page.text)[1]
    inside = events(hub.visitor(None).get(address).text)
    assert {str(e["summary"]) for e in inside} == {"Offene Werkstatt", "Interne Runde"}
    with api.env.adopt_roles(["Manager"]):
        api.group.remove_user(groupname="lensahn-staff", username="lena")
    transaction.commit()
    outside = events(hub.visitor(None).get(address).text)
    assert {str(e["summary"]) for e in outside} == {"Offene Werkstatt"}
    own = feeds.subscribe("lena")  # another address: both hold side by side
    transaction.commit()
    assert hub.visitor(None).get(address).status_code == 200
    page.getControl("Adresse löschen").click()
    assert hub.visitor(None).get(address).status_code == 404
    other = f"{web.absolute_url()}/@@buchungen.ics?key={own}"
    assert hub.visitor(None).get(other).status_code == 200


def month_of(workshop):
    return f"{formatting.to_local(workshop.start):%Y-%m}"


def test_the_month_shows_a_table_and_filters_by_place(hub, functional, dates):
    browser = hub.browser(functional, "mia")
    url = dates[0].aq_parent.absolute_url()
    browser.open(f"{url}?view=month&month={month_of(dates[0])}")
    assert browser.text.count("<table") == 1
    assert "Offene Werkstatt" in browser.text and "Interne Runde" in browser.text
    assert "Ihr Termin" in browser.text
    browser.open(f"{url}?view=month&month={month_of(dates[0])}&place=Nirgends")
    assert "Offene Werkstatt" in browser.text
    browser.open(f"{url}?place=Rathaus")
    assert "Offene Werkstatt" in browser.text
    assert "Noch geheim" not in browser.text
    browser.open(f"{functional['portal'].absolute_url()}/@@termine?month={month_of(dates[0])}")
    assert "Interne Runde" in browser.text
    browser.open(f"{functional['portal'].absolute_url()}/@@termine?kind=own&month=nonsense")
    assert "Offene Werkstatt" not in browser.text


def test_mein_hub_shows_ones_next_dates(hub, functional, dates):
    site = functional["portal"].absolute_url()
    assert "Interne Runde" in hub.visitor("mia").get(f"{site}/@@agenda-mine").text
    assert hub.visitor("lena").get(f"{site}/@@agenda-mine").text.strip() == ""


def test_the_public_list_tells_of_seats_though_it_is_kept(hub, functional, dates):
    api.portal.set_registry_record("plone.caching.interfaces.ICacheSettings.enabled", True)
    transaction.commit()
    url = dates[0].aq_parent.absolute_url()
    first = hub.visitor(None).get(url)
    again = hub.visitor(None).get(url, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code in (200, 304)  # the minute may have passed
    hub.register(dates[0], "max")
    transaction.commit()
    later = hub.visitor(None).get(url, headers={"If-None-Match": first.headers["ETag"]})
    assert later.status_code == 200
    assert "1 Platz ist frei" in later.text
