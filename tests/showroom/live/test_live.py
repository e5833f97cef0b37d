"""A livestream before, during and after: words, policy, dates, the recording."""

from datetime import timedelta
from html import unescape
from io import BytesIO
from kommunalhub.core import formatting
from kommunalhub.core.agenda import gathering
from kommunalhub.showroom import gaps
from kommunalhub.showroom.live.reading import stream_of
from showroom.films.clips import CAPTIONS
from showroom.films.clips import mp4
from showroom.live.streams import add_live
from showroom.live.streams import HOST
from showroom.live.streams import HOUR
from showroom.live.streams import moved
from showroom.live.streams import name_host
from showroom.live.streams import URL

import re
import transaction


MINUTE = timedelta(minutes=1)


def test_the_page_says_the_right_thing_at_any_time(web, functional, hub):
    name_host(HOST)
    exhibit = add_live(web, 50 * HOUR)
    hub.bring_to(exhibit, "public")
    transaction.commit()
    someone, url = hub.visitor(), exhibit.absolute_url()

    before = someone.get(url)
    assert "angekündigt" in before.text and "in 2 Tagen" in before.text
    assert "keine Untertitel" in before.text and "termine.ics" in before.text
    assert HOST not in before.headers["Content-Security-Policy"] and URL not in before.text
    address = re.search(r'href="([^"]*termine\.ics[^"]*)"', before.text)[1]
    calendar = someone.get(unescape(address))
    assert calendar.headers["Content-Type"].startswith("text/calendar")
    told = calendar.text.replace("\r\n ", "")
    assert "SUMMARY:Konzert in der Kirche" in told and f"URL:{url}" in told

    moved(exhibit, -HOUR)
    transaction.commit()
    now = someone.get(url)
    assert "läuft jetzt" in now.text and URL in now.text
    policy = now.headers["Content-Security-Policy"]
    assert f"media-src 'self' https://{HOST} blob:" in policy
    assert f"connect-src 'self' https://{HOST}" in policy
    assert "hidden" in now.text.partition("live-watch")[2][:80]  # nothing is asked before a click
    other = someone.get(f"{web.absolute_url()}/showroom")
    assert HOST not in other.headers["Content-Security-Policy"]

    moved(exhibit, -5 * HOUR)
    transaction.commit()
    after = someone.get(url)
    assert "Aufzeichnung folgt" in after.text and URL not in after.text
    moved(exhibit, -17 * 24 * HOUR)
    transaction.commit()
    assert "dauert länger; das tut uns leid" in someone.get(url).text
    moved(exhibit, -5 * HOUR)
    transaction.commit()
    assert HOST not in after.headers["Content-Security-Policy"]

    browser = hub.browser(functional, "anna")  # who made it; the page stays public meanwhile
    browser.open(f"{url}/@@livestream")
    browser.getControl(name="form.widgets.live_captions:list").value = ["source"]
    browser.getControl(name="form.buttons.save").click()
    assert "Der Livestream ist eingetragen." in browser.text
    assert "Aufzeichnung hinzufügen" not in after.text
    browser.getLink("Aufzeichnung hinzufügen").click()
    control = browser.getControl(name="form.widgets.file")
    control.add_file(BytesIO(mp4()), "video/mp4", "konzert.mp4")
    browser.getControl(name="form.buttons.save").click()
    assert "Die Aufzeichnung ist eingestellt." in browser.text
    transaction.begin()
    [film] = exhibit.objectValues()
    assert film.getId() == "mitschnitt"
    promised = [gap.said for gap in gaps.gaps_of(exhibit) if gap.until]
    assert "gap_film_captions" in promised and "gap_live_recording" not in promised
    browser.open(f"{film.absolute_url()}/@@nachreichen")
    control = browser.getControl(name="form.widgets.captions")
    control.add_file(BytesIO(CAPTIONS.encode()), "text/vtt", "konzert.vtt")
    browser.getControl(name="form.buttons.save").click()
    transaction.begin()
    assert not [gap for gap in gaps.gaps_of(exhibit) if gap.said == "gap_film_captions"]
    recorded = someone.get(url)
    assert "Live übertragen am" in recorded.text and "<video" in recorded.text

    name_host()
    moved(exhibit, -HOUR)
    transaction.commit()
    taken_back = someone.get(url)
    assert URL not in taken_back.text
    assert HOST not in taken_back.headers["Content-Security-Policy"]
    assert "Zurzeit gibt es hier kein Bild." in taken_back.text and HOST not in taken_back.text
    browser.open(url)
    assert f"{HOST} gehört nicht mehr zu den Servern" in browser.text


def test_a_missing_address_is_said_to_visitors_and_to_who_can_mend_it(web, functional, hub):
    exhibit = add_live(web, HOUR, live_url=None)
    hub.bring_to(exhibit, "public")
    transaction.commit()
    someone, url = hub.visitor(), exhibit.absolute_url()
    assert "Das Bild erscheint auf dieser Seite, sobald" in someone.get(url).text
    moved(exhibit, -HOUR)
    transaction.commit()
    seen = someone.get(url).text
    assert "Zurzeit gibt es hier kein Bild." in seen and "live-watch" not in seen
    assert "Die Adresse des Streams fehlt." not in seen
    browser = hub.browser(functional, "anna")
    browser.open(url)
    assert "Die Adresse des Streams fehlt." in browser.text
    browser.open(f"{url}/@@livestream")
    browser.getControl(name="form.widgets.live_url").value = URL
    browser.getControl(name="form.buttons.save").click()
    assert "Bisher dürfen Livestreams von keinem Server kommen." in browser.text
    name_host(HOST)
    transaction.commit()
    browser.getControl(name="form.buttons.save").click()
    assert "Der Livestream ist eingetragen." in browser.text
    assert URL in someone.get(url).text


def test_the_recording_is_a_promise_of_fourteen_days(portal, hub):
    name_host(HOST)
    exhibit = add_live(portal, -5 * HOUR)
    found = [gap for gap in gaps.gaps_of(exhibit) if gap.until]
    today = formatting.to_local(formatting.now() - 3 * HOUR).date()
    assert [(gap.said, gap.until) for gap in found] == [
        ("gap_live_recording", today + timedelta(days=14))
    ]
    assert not [gap for gap in gaps.gaps_of(exhibit) if gap.keeps_back]
    moved(exhibit, -17 * 24 * HOUR)
    assert "gap_live_recording_late" in [gap.said for gap in gaps.gaps_of(exhibit)]


def test_a_livestream_without_a_time_is_kept_back(portal, hub):
    exhibit = hub.add_exhibit(portal, kind="live")
    assert "gap_live_when" in [gap.said for gap in gaps.gaps_of(exhibit) if gap.keeps_back]


def test_it_stands_in_the_calendar_for_who_may_see_it(portal, hub):
    name_host(HOST)
    exhibit = add_live(portal, 50 * HOUR)
    now = formatting.now()

    def dates():
        found = gathering.occurrences(now, now + 100 * HOUR, "livestreams")
        return [(one.title, one.url) for one in found]

    with hub.As("mia"):
        assert dates() == []
    hub.bring_to(exhibit, "public")
    with hub.As("gast"):
        assert dates() == [("Konzert in der Kirche", exhibit.absolute_url())]


WRONG = (
    ({"live_url": "http://live.example.org/a.m3u8"}, "live_url"),
    ({"live_url": "https://fremd.example/a.m3u8"}, "live_url"),
    ({"live_end": "2020-01-01T10:00:00Z", "live_start": "2020-01-01T11:00:00Z"}, "live_end"),
    ({"live_end": ["x"]}, "live_end"),
    ({"live_captions": "maybe"}, "live_captions"),
    ({"live_elsewhere": "javascript:alert(1)"}, "live_elsewhere"),
)


def test_what_is_wrong_is_said_at_its_field(web, hub):
    name_host(HOST)
    exhibit = hub.add_exhibit(web, kind="live")
    transaction.commit()
    for sent, field in WRONG:
        answer = hub.rest("anna").patch(exhibit.absolute_url(), json=sent)
        assert answer.status_code == 400, (sent, answer.text)
        told = answer.json()["message"]
        assert f"'{field}'" in told and "bietet Ihnen dieses Feld nicht an" not in told


def test_it_is_set_over_rest(web, hub):
    name_host(HOST)
    exhibit = hub.add_exhibit(web, kind="live")
    transaction.commit()
    sent = {"live_start": "2027-01-15T18:00:00Z", "live_end": "2027-01-15T20:00:00Z"}
    sent["live_url"] = URL
    answer = hub.rest("anna").patch(exhibit.absolute_url(), json=sent)
    assert answer.status_code == 204, answer.text
    later = {"live_end": "2027-01-15T22:00:00+01:00", "live_start": "2027-01-15T18:00:00Z"}
    assert hub.rest("anna").patch(exhibit.absolute_url(), json=later).status_code == 204
    transaction.begin()
    stream = stream_of(exhibit)
    assert (stream.start.hour, stream.end.hour) == (18, 21)
    found = hub.rest("anna").get(exhibit.absolute_url()).json()
    assert found["live_url"] == URL and found["live_start"].startswith("2027-01-15T18:00:00")


def test_it_is_set_by_its_form(web, functional, hub):
    name_host(HOST)
    exhibit = hub.add_exhibit(web, kind="live")
    transaction.commit()
    browser = hub.browser(functional, "anna")
    browser.open(f"{exhibit.absolute_url()}/@@livestream")
    browser.getControl(name="form.widgets.live_start").value = "2027-01-15T19:00"
    browser.getControl(name="form.widgets.live_end").value = "2027-01-15T21:00"
    browser.getControl(name="form.widgets.live_url").value = URL
    browser.getControl(name="form.buttons.save").click()
    assert "Der Livestream ist eingetragen." in browser.text
    assert "Freitag, 15. Januar 2027, 19:00–21:00" in browser.text
    browser.open(f"{exhibit.absolute_url()}/@@livestream")
    assert browser.getControl(name="form.widgets.live_start").value == "2027-01-15T19:00"
    sent = {"live_end": "2027-01-15T22:00:00+01:00"}
    assert hub.rest("anna").patch(exhibit.absolute_url(), json=sent).status_code == 204
    browser.open(exhibit.absolute_url())
    assert "19:00–22:00" in browser.text


def test_the_home_page_says_what_is_live_while_it_is(web, hub, monkeypatch):
    begin = formatting.now() + HOUR
    exhibit = hub.bring_to(add_live(web, HOUR), "public")
    transaction.commit()
    someone, home, kept = hub.visitor(), f"{web.absolute_url()}/@@hub-home", None
    for minutes, live in ((-5, False), (5, True), (5 * 60, False)):
        monkeypatch.setattr(formatting, "now", lambda when=begin + minutes * MINUTE: when)
        # what is kept from before says so no longer
        answer = someone.get(home, headers={"If-None-Match": kept} if kept else {})
        assert answer.status_code == 200
        assert ('class="live-now"' in answer.text) is live
        assert (exhibit.absolute_url() in answer.text.partition("live-now")[2]) is live
        kept = answer.headers["ETag"]
        assert someone.get(home, headers={"If-None-Match": kept}).status_code == 304
