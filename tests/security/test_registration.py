"""External applicants register with a confirmed address, and nobody learns who has an account."""

from email import message_from_string
from email.header import decode_header
from email.header import make_header
from kommunalhub.security.guard import find_guard
from plone import api
from Products.MailHost.MailHost import MailBase
from smtplib import SMTPException

import pytest
import re
import transaction


NAME = "Svenja Probe"
EMAIL = "svenja@example.org"
PASSWORD = "Ebbe und Flut und Watt"
SENT = "Bitte sehen Sie in Ihr Postfach"


class Mail:
    """A mail as its reader sees it."""

    def __init__(self, receiver, text):
        message = message_from_string(text if isinstance(text, str) else text.decode())
        self.receiver = receiver
        self.subject = str(make_header(decode_header(message["Subject"])))
        self.sender = message["From"]
        self.text = message.get_payload(decode=True).decode("utf-8")

    @property
    def link(self):
        """The path of the link, from "/" on."""
        return re.search(r"https?://\S+(/@@confirm-registration/\S+)", self.text)[1]


@pytest.fixture
def mails(site, monkeypatch):
    """A site that can send mails, and the list of what it sent."""
    api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
    api.portal.set_registry_record("plone.email_from_name", "Digitaler Hub")
    api.portal.set_registry_record("plone.smtp_host", "localhost")
    transaction.commit()
    sent = []

    def _send(self, mfrom, mto, messageText, immediate=False):
        sent.append(Mail(mto[0] if isinstance(mto, list | tuple) else mto, messageText))

    monkeypatch.setattr(MailBase, "_send", _send)
    return sent


def token_on(page):
    found = re.search(r'name="_authenticator"\s+(?:type="hidden"\s+)?value="([^"]+)"', page)
    return found[1]


def register(client, fullname=NAME, email=EMAIL, **more):
    token = token_on(client.get("/@@register").text)
    data = {"fullname": fullname, "email": email, "_authenticator": token, **more}
    return client.post("/@@register", data=data)


def confirm(client, path, password=PASSWORD, again=PASSWORD, **more):
    data = {"_authenticator": token_on(client.get(path).text), **more}
    return client.post(path, data={**data, "password": password, "password2": again})


def person_with(email=EMAIL):
    transaction.begin()
    return api.user.get(username=email)


def test_the_whole_way(client, new_client, mails, setting):
    setting("registration_landing", "antraege")
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(api.portal.get(), "Folder", "antraege")
        folder.manage_permission("View", ["Authenticated"])
    transaction.commit()

    answer = register(client)
    assert answer.status_code == 200
    assert SENT in answer.text
    assert person_with() is None
    [mail] = mails
    assert mail.receiver == EMAIL

    answer = confirm(client, mail.link)
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{client.site_url}/antraege"
    assert "Willkommen! Ihr Konto ist eingerichtet." in client.get("/antraege").text
    assert client.is_signed_in()

    person = person_with()
    assert person.getProperty("fullname") == NAME
    assert person.getProperty("email") == EMAIL
    assert set(person.getUser().getRoles()) == {"Member", "Authenticated"}
    assert set(person.getGroups()) <= {"AuthenticatedUsers"}
    assert "svenja" not in person.getId()

    other = new_client()
    other.sign_in("Svenja@Example.org", PASSWORD)
    assert other.is_signed_in()


def test_the_mail_is_german_and_polite(client, mails):
    register(client)
    [mail] = mails
    assert mail.subject.startswith("Bitte bestätigen Sie Ihre Registrierung")
    assert "hub@example.org" in mail.sender
    assert "legen Sie hier Ihr Passwort fest" in mail.text
    assert "brauchen Sie nichts zu tun" in mail.text
    assert mail.text.rstrip().endswith("Digitaler Hub")
    assert NAME not in mail.text  # what a stranger typed reaches nobody by our hand


def test_landing_is_the_home_page_where_the_other_is_not_to_be_seen(client, mails, setting):
    setting("registration_landing", "nicht-da")
    register(client)
    assert confirm(client, mails[0].link).headers["Location"] == client.site_url


def test_known_and_unknown_addresses_get_the_same_answer(client, mails, erika):
    unknown = register(client)
    known = register(client, email="Erika@example.org")
    assert known.status_code == unknown.status_code == 200
    assert known.text.replace("erika@example.org", EMAIL) == unknown.text
    assert [mail.receiver for mail in mails] == [EMAIL, "erika@example.org"]
    assert mails[1].subject.startswith("Sie haben schon ein Konto")
    assert "Ihr Anmeldename: erika" in mails[1].text
    assert "confirm-registration" not in mails[1].text


def test_nothing_stays_of_who_does_not_follow_the_link(client, mails, clock, site):
    register(client)
    clock(24 * 3600 + 1)
    assert client.get(mails[0].link).status_code == 410
    assert "Dieser Link gilt nicht mehr" in client.get(mails[0].link).text
    register(client, email="next@example.org")
    transaction.begin()
    waiting = find_guard(site.acl_users).registrations.waiting
    assert [entry["email"] for entry in waiting.values()] == ["next@example.org"]


def test_a_link_works_once(client, new_client, mails):
    register(client)
    confirm(client, mails[0].link)
    assert new_client().get(mails[0].link).status_code == 410


def test_only_the_last_link_works(client, new_client, mails):
    register(client)
    register(client)
    assert client.get(mails[0].link).status_code == 410
    assert client.get(mails[1].link).status_code == 200


def test_looking_at_the_link_uses_nothing_up(client, mails):
    register(client)
    for _look in range(3):
        assert client.get(mails[0].link).status_code == 200


@pytest.mark.parametrize("path", ["", "/", "/x", "/x/y", "/%00", "/ä"])
def test_made_up_links_are_gone(client, mails, path):
    assert client.get(f"/@@confirm-registration{path}").status_code in (404, 410)


def test_the_address_may_be_taken_meanwhile(client, mails):
    register(client)
    api.user.create(username="other", email=EMAIL, password=PASSWORD)
    transaction.commit()
    assert confirm(client, mails[0].link).status_code == 410
    assert not client.is_signed_in()


@pytest.mark.parametrize(
    "fullname, email, sentence",
    [
        ("", EMAIL, "Bitte geben Sie Ihren Vor- und Nachnamen ein."),
        ("   ", EMAIL, "Bitte geben Sie Ihren Vor- und Nachnamen ein."),
        ("x" * 81, EMAIL, "Bitte geben Sie Ihren Vor- und Nachnamen ein."),
        ("Jetzt http://example.org", EMAIL, "Bitte geben Sie Ihren Vor- und Nachnamen ein."),
        ("A\nBcc: x", EMAIL, "Bitte geben Sie Ihren Vor- und Nachnamen ein."),
        (NAME, "", "Das ist keine E-Mail-Adresse."),
        (NAME, "svenja", "Das ist keine E-Mail-Adresse."),
        (NAME, "a@example.org, b@example.org", "Das ist keine E-Mail-Adresse."),
        (NAME, "a@example.org\nBcc: b@example.org", "Das ist keine E-Mail-Adresse."),
        (NAME, '"a b"@example.org', "Das ist keine E-Mail-Adresse."),
        (NAME, "a" * 250 + "@example.org", "Das ist keine E-Mail-Adresse."),
    ],
)
def test_mistakes_stand_at_their_field(client, mails, fullname, email, sentence):
    answer = register(client, fullname, email)
    assert answer.status_code == 400
    assert sentence in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert mails == []


def test_what_was_typed_stays(client, mails):
    assert f'value="{NAME}"' in register(client, email="nix").text


@pytest.mark.parametrize(
    "password, again, sentence",
    [
        ("kurz", "kurz", "Bitte nehmen Sie mindestens 12 Zeichen."),
        ("Passwort2026!", "Passwort2026!", "Dieses Passwort ist zu leicht zu erraten."),
        ("Svenja am Strand um acht", "Svenja am Strand um acht", "weder Ihr Name noch Ihre"),
        ("kommunalhub-demo", "kommunalhub-demo", "Dieses Passwort ist zu leicht zu erraten."),
        (PASSWORD, PASSWORD + "x", "Die beiden Passwörter sind nicht gleich."),
    ],
)
def test_bad_passwords_make_no_account(client, mails, password, again, sentence):
    register(client)
    answer = confirm(client, mails[0].link, password, again)
    assert answer.status_code == 400
    assert sentence in answer.text
    assert person_with() is None
    assert confirm(client, mails[0].link).status_code == 302


def test_nobody_gives_themselves_roles_or_groups(client, mails):
    wish = {
        "roles:list": "Manager",
        "roles": "Manager",
        "groups": "Administrators",
        "form.widgets.groups": "Administrators",
        "username": "chefin",
        "userid": "chefin",
    }
    register(client, **wish)
    confirm(client, mails[0].link, **wish)
    person = person_with()
    assert set(person.getUser().getRoles()) == {"Member", "Authenticated"}
    assert set(person.getGroups()) <= {"AuthenticatedUsers"}
    assert person.getId().startswith("extern-")


@pytest.mark.parametrize(
    "method, path, data",
    [
        ("POST", "/@users", {"username": "x", "email": EMAIL, "password": PASSWORD}),
        ("POST", "/@users", {"username": "x", "email": EMAIL, "roles": ["Manager"]}),
        ("POST", "/@users", {"username": "x", "email": EMAIL, "sendPasswordReset": True}),
    ],
)
def test_no_account_over_rest(client, mails, method, path, data):
    answer = client.api(method, path, json=data)
    assert answer.status_code in (400, 401, 403)
    assert person_with("x") is None


@pytest.mark.parametrize(
    "path", ["/portal_registration/addMember", "/@@new-user", "/acl_users/userFolderAddUser"]
)
def test_no_account_past_the_mail(client, mails, path):
    data = {"id": "x", "password": PASSWORD, "login": "x", "roles:list": "Member", "domains": ""}
    assert client.post(path, data=data).status_code in (302, 401, 403, 404)
    assert person_with("x") is None


def test_one_mailbox_is_spared(client, mails):
    for _time in range(5):
        assert SENT in register(client).text
    assert len(mails) == 3


def test_one_place_cannot_send_mails_without_end(client, mails):
    for number in range(10):
        assert SENT in register(client, email=f"{number}@example.org").text
    answer = register(client, email="more@example.org")
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) <= 900
    assert len(mails) == 10


def test_a_form_from_elsewhere_sends_nothing(client, mails):
    data = {"fullname": NAME, "email": EMAIL}
    assert client.post("/@@register", data=data).status_code == 403
    assert mails == []


def test_machines_that_fill_in_everything_get_nothing(client, mails):
    assert SENT in register(client, website="http://example.org").text
    assert mails == []


def test_a_mail_server_that_fails_is_told(client, mails, monkeypatch):
    def _send(*args, **kw):
        raise SMTPException("no")

    monkeypatch.setattr(MailBase, "_send", _send)
    answer = register(client)
    assert answer.status_code == 400
    assert "Die E-Mail konnte nicht verschickt werden." in answer.text


def test_a_site_without_mail_says_so(client, site):
    assert "kann zurzeit keine E-Mails verschicken" in client.get("/@@register").text


def test_it_can_be_closed(client, mails, setting):
    setting("self_registration", False)
    assert client.get("/@@register").status_code == 404
    assert client.get("/@@confirm-registration/x").status_code == 404
    assert "@@register" not in client.get("/login").text


def test_the_log_in_form_leads_there(client, mails):
    text = client.get("/login").text
    assert "/@@register" in text
    assert "Anmeldename oder E-Mail-Adresse" in text


def test_who_is_signed_in_needs_no_account(client, mails, erika):
    client.sign_in(erika)
    assert client.get("/@@register").headers["Location"] == client.site_url


def test_nobody_keeps_the_pages(client, mails):
    register(client)
    for path in ("/@@register", mails[0].link):
        assert client.get(path).headers["Cache-Control"] == "no-store"


def reset_by_form(client, login):
    data = {"form.widgets.reset_password": login, "form.buttons.reset": "1"}
    token = token_on(client.get("/@@login-help").text)
    return client.post("/@@login-help", data={**data, "_authenticator": token})


def reset_by_rest(client, login):
    return client.api("POST", f"/@users/{login}/reset-password", json={})


@pytest.mark.parametrize("channel", [reset_by_form, reset_by_rest])
def test_asking_for_a_new_password_tells_nothing(client, mails, erika, channel):
    known, unknown = channel(client, "erika"), channel(client, "nobody")
    assert known.status_code == unknown.status_code in (200, 204)
    hidden = re.compile("erika|nobody|[0-9a-f]{40}")
    assert hidden.sub("", known.text) == hidden.sub("", unknown.text)
    assert [mail.receiver for mail in mails] == ["erika@example.org"]


@pytest.mark.parametrize("channel", [reset_by_form, reset_by_rest])
def test_asking_for_new_passwords_is_slowed(client, mails, erika, channel):
    for _time in range(5):
        assert channel(client, "erika").status_code in (200, 204)
    assert len(mails) == 3
    for number in range(5):
        channel(client, f"nobody{number}")
    assert channel(client, "nobody").status_code == 429


@pytest.mark.parametrize(
    "body",
    [
        {"reset_token": "x", "new_password": PASSWORD},
        {"old_password": "x", "new_password": PASSWORD},
        {"new_password": PASSWORD},
        {"reset_token": "x", "old_password": "y"},
    ],
)
def test_setting_a_password_over_rest_tells_nothing(client, mails, erika, body):
    known = client.api("POST", "/@users/erika/reset-password", json=body)
    unknown = client.api("POST", "/@users/nobody/reset-password", json=body)
    assert known.status_code == unknown.status_code >= 400
    assert known.text.replace("erika", "") == unknown.text.replace("nobody", "")


@pytest.mark.parametrize("path", ["/mail_password", "/mail_password_form"])
def test_old_pages_tell_nothing(client, mails, erika, path):
    for name in ("erika", "nobody"):
        answer = client.get(path, params={"userid": name})
        assert answer.headers["Location"].endswith("/@@login-help")
    assert mails == []


@pytest.mark.parametrize(
    "path, query",
    [
        ("portal_registration/mailPassword", "login=erika"),
        ("portal_registration/mailPassword", "login=nobody"),
        ("portal_registration/isMemberIdAllowed", "id=erika"),
        (
            "portal_registration/testPropertiesValidity",
            "props.username:record=erika&props.email:record=a@example.org",
        ),
        ("portal_membership/getMemberInfo", "memberId=erika"),
        ("portal_membership/getMemberById", "id=erika"),
        ("portal_password_reset/getValidUser", "userid=erika"),
    ],
)
def test_the_tools_tell_nothing(client, mails, erika, path, query):
    assert client.get(f"/{path}?{query}").status_code in (302, 404)
    assert mails == []
