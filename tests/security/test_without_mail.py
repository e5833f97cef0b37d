"""A site that cannot send mails says so where it matters, and never claims that one was sent."""

from plone import api
from Products.MailHost.MailHost import MailBase
from security.conftest import PASSWORD
from smtplib import SMTPConnectError

import pytest
import transaction


NO_MAIL = "kann zurzeit keine Mails versenden"
SENT = "Wenn es zu Ihrer Angabe ein Konto gibt"
IMPRINT = "Wie Sie uns erreichen"


@pytest.fixture
def imprint(site):
    """An imprint, which every page without mail leads to as long as nobody else is named."""
    with api.env.adopt_roles(["Manager"]):
        api.content.create(site, "Document", "impressum", title="Impressum")
    transaction.commit()


@pytest.fixture
def mail(site):
    """A site that is set up to send mails."""
    api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
    api.portal.set_registry_record("plone.smtp_host", "localhost")
    transaction.commit()


@pytest.fixture
def dead_server(mail, monkeypatch):
    """A mail server that takes nothing."""

    def _send(self, mfrom, mto, messageText, immediate=False):
        raise SMTPConnectError(421, b"closed")

    monkeypatch.setattr(MailBase, "_send", _send)


@pytest.fixture
def sent(mail, monkeypatch):
    """What was sent, as (receiver, text)."""
    sent = []

    def _send(self, mfrom, mto, messageText, immediate=False):
        sent.append((mto, str(messageText)))

    monkeypatch.setattr(MailBase, "_send", _send)
    return sent


@pytest.mark.parametrize("path", ["/@@login-help", "/contact-info", "/@@contact-info"])
def test_a_page_that_works_by_mail_says_that_there_is_none(client, imprint, path):
    page = client.get(path).text
    assert NO_MAIL in page
    assert IMPRINT in page
    assert "form.buttons" not in page


def test_the_registration_leads_to_who_helps(client, imprint):
    page = client.get("/@@register").text
    assert "deshalb kann sich niemand registrieren" in page
    assert IMPRINT in page


def test_where_something_went_wrong_it_says_who_helps(client, imprint, monkeypatch):
    monkeypatch.setattr("kommunalhub.search.browser.search.SearchPage.__call__", lambda self: 1 / 0)
    answer = client.get("/@@search")
    assert (answer.status_code, IMPRINT in answer.text) == (500, True)
    assert IMPRINT in client.get("/nixda").text


def test_nobody_is_led_to_a_registration_that_is_closed(client):
    assert "@@register" not in client.get("/login").text


@pytest.mark.parametrize("name", ["erika", "niemand"])
def test_who_forgot_the_password_is_told_nothing_untrue(client, erika, imprint, name):
    asked = {"form.widgets.reset_password": name, "form.buttons.reset": "1"}
    page = client.post("/@@login-help", data=asked)
    assert NO_MAIL in page.text
    assert SENT not in page.text
    over_rest = client.api("POST", f"/@users/{name}/reset-password", json={})
    assert (over_rest.status_code, NO_MAIL in over_rest.json()["message"]) == (400, True)


@pytest.mark.parametrize("name", ["erika", "niemand"])
def test_a_server_that_fails_tells_nobody_who_has_an_account(client, erika, dead_server, name):
    asked = {"form.widgets.reset_password": name, "form.buttons.reset": "1"}
    page = client.post("/@@login-help", data=asked)
    assert (page.status_code, SENT in page.text) == (200, True)
    asked = {"form.widgets.recover_username": f"{name}@example.org", "form.buttons.get_username": 1}
    page = client.post("/@@login-help", data=asked)
    assert (page.status_code, SENT in page.text) == (200, True)
    assert client.api("POST", f"/@users/{name}/reset-password", json={}).status_code == 204


def test_no_account_without_its_mail(client, manager, dead_server):
    account = {"username": "neu", "email": "neu@example.org", "sendPasswordReset": True}
    answer = client.api("POST", "/@users", json=account, auth=(manager, PASSWORD))
    assert answer.status_code == 400
    assert "sendPasswordReset" in answer.json()["message"]
    transaction.begin()
    assert api.user.get(userid="neu") is None


def write(client):
    message = {
        "form.widgets.sender_fullname": "Svenja Probe",
        "form.widgets.sender_from_address": "svenja@example.org",
        "form.widgets.subject": "Öffnungszeiten",
        "form.widgets.message": "Wann haben Sie geöffnet?",
        "form.buttons.send": "1",
    }
    return client.post("/contact-info", data=message)


def test_the_contact_form_sends(client, sent):
    assert "Wann haben Sie" not in write(client).text
    [(receiver, text)] = sent
    assert "hub@example.org" in receiver
    assert "Reply-To: svenja@example.org" in text


def test_the_contact_form_says_that_nothing_was_sent(client, dead_server):
    page = write(client)
    assert page.status_code == 200
    assert "Ihre Nachricht konnte nicht versendet werden" in page.text
    assert "Wann haben Sie geöffnet?" in page.text


def test_the_page_for_broken_log_ins_leads_to_the_log_in(client):
    answer = client.get("/failsafe_login")
    assert answer.headers["Location"].endswith("/login")


def test_settings_without_effect_are_not_offered(client, erika):
    client.sign_in(erika)
    page = client.get("/@@personal-preferences").text
    assert "form.widgets.wysiwyg_editor" in page
    assert "form.widgets.language" not in page
    assert "form.widgets.timezone" not in page


def test_fields_of_accounts_are_nobodys_business(client, site, manager):
    client.sign_in(manager)
    assert client.get("/@@member-fields").status_code == 200
    panels = client.get("/@@overview-controlpanel").text
    assert "@@usergroup-userprefs" in panels
    assert "@@member-fields" not in panels
