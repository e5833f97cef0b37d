"""The pages of support, through the door that people use."""

from base64 import b64encode
from html import unescape
from io import BytesIO
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.notices.box import ensure_store
from PIL import Image
from support.mail.conftest import set_up

import pytest
import transaction


@pytest.fixture
def site(web):
    return web.absolute_url()


def text(browser):
    return " ".join(unescape(browser.contents).split())


def report(browser, site, title, **more):
    browser.open(f"{site}/@@stoerung-melden")
    browser.getControl(name="form.widgets.title").value = title
    for name, value in more.items():
        browser.getControl(name=f"form.widgets.{name}").value = value
    browser.getControl(name="form.buttons.report").click()


def test_somebody_reports_and_support_answers(hub, functional, site, clock):
    browser = hub.browser(functional, "mia")
    report(browser, site, "Drucker druckt nur leere Seiten", urgency=["stuck"])
    assert "Danke, der Support hat Ihre Meldung." in text(browser)
    assert "So läuft die Uhr" in text(browser)
    url = browser.url

    support = hub.browser(functional, "sven")
    support.open(f"{site}/support")
    assert "Support: was als Nächstes fällig ist" in text(support)
    assert "heute, 10:00 Uhr" in text(support)
    support.getLink("Drucker druckt nur leere Seiten").click()
    support.getControl(name="text", index=0).value = "Moin, ich sehe es mir an."
    support.getControl("Nachricht senden").click()
    assert "Ihre Nachricht ist gesendet." in text(support)

    browser.open(url)
    assert "Moin, ich sehe es mir an." in text(browser)
    browser.getControl(name="text", index=0).value = "Danke!"
    browser.getControl("Nachricht senden").click()
    support.open(url)
    assert "Danke!" in text(support)


def test_who_reports_is_told_number_and_service_time(portal, hub, clock):
    set_up(portal)
    ticket = hub.report(portal, "mia")
    mails = [m.letter for m in ensure_store(portal).outbox.mails.values()]
    [mail] = [m for m in mails if m.subject.startswith("Ihre Supportanfrage")]
    assert ticket.case_number in mail.subject
    assert "bis 30. November 2026" in mail.text
    assert "Servicezeiten: Mo–Do 8:00–16:00, Fr 8:00–12:00." in mail.text


def test_an_empty_message_is_told_at_its_field(hub, functional, site, web, clock):
    ticket = hub.report(web)
    transaction.commit()
    browser = hub.browser(functional, "mia")
    browser.raiseHttpErrors = False
    browser.open(ticket.absolute_url())
    browser.getControl("Nachricht senden").click()
    assert "Bitte schreiben Sie Ihre Nachricht." in text(browser)
    assert 'aria-describedby="message-error message-help"' in browser.contents


def test_everybody_sees_their_own_in_the_list(hub, functional, site, web, clock):
    hub.report(web, "mia", title="Drucker der Gemeinde")
    hub.report(web, "gesa", title="WLAN für Gäste")
    transaction.commit()
    browser = hub.browser(functional, "mia")
    browser.open(f"{site}/support")
    assert "Drucker der Gemeinde" in text(browser)
    assert "WLAN für Gäste" not in text(browser)
    anonymous = hub.browser(functional)
    anonymous.open(f"{site}/support")
    assert "Servicezeiten" in text(anonymous)
    assert "Drucker der Gemeinde" not in text(anonymous)


@pytest.fixture
def folder(web):
    return web["support"].absolute_url()


def test_the_queue_over_rest(hub, web, folder, clock):
    own = hub.report(web, "mia")
    other = hub.report(web, "gesa", urgency="no_hurry")
    transaction.commit()
    found = hub.rest("sven").get(f"{folder}/@tickets").json()
    assert [item["UID"] for item in found["items"]] == [own.UID(), other.UID()]
    assert found["items"][0]["due"].startswith("2026-11-30T09:00")  # UTC
    urgent = hub.rest("sven").get(f"{folder}/@tickets?urgency=no_hurry").json()
    assert [item["UID"] for item in urgent["items"]] == [other.UID()]
    mine = hub.rest("mia").get(f"{folder}/@tickets").json()
    assert [item["UID"] for item in mine["items"]] == [own.UID()]
    assert hub.rest("mia").get(f"{folder}/@tickets?queue=nobody").status_code == 400
    assert hub.rest().get(f"{folder}/@tickets").status_code == 401


def test_messages_over_rest(hub, web, clock):
    ticket = hub.report(web)
    transaction.commit()
    url = f"{ticket.absolute_url()}/@conversation"
    said = hub.rest("sven").post(url, json={"kind": "message", "text": "Ich komme."})
    assert said.status_code == 201, said.text
    assert said.json()["entries"][-1]["comment"] == "Ich komme."
    assert hub.rest("mia").get(url).json()["may"] == ["message"]
    assert hub.rest("mia").post(url, json={"kind": "message", "text": " "}).status_code == 400
    assert hub.rest("max").post(url, json={"kind": "message", "text": "?"}).status_code == 404


def one_pixel():
    """Return a picture of one pixel as PNG."""
    stream = BytesIO()
    Image.new("RGB", (1, 1)).save(stream, "PNG")
    return stream.getvalue()


def test_a_picture_comes_with_the_message(hub, web, clock):
    ticket = hub.report(web)
    with hub.As("mia"):
        conversation.write_message(ticket, "So sieht es aus.")
    transaction.commit()
    png = b64encode(one_pixel()).decode()
    answer = hub.rest("mia").post(
        f"{ticket.absolute_url()}/@conversation",
        json={"kind": "message", "text": "", "files": [{"filename": "bild.png", "data": png}]},
    )
    assert answer.status_code == 201, answer.text
    assert answer.json()["entries"][-1]["fields"] == ["bild.png"]
