"""Password rules wherever a password is set, in German and at the field."""

from kommunalhub.security.passwords import is_demo_password
from plone import api
from zExceptions import BadRequest

import pytest
import re
import transaction


PASSWORD = "vier Deiche im Regen"
NEW = "Ebbe und Flut und Watt"
WEAK = [
    ("kurz", "Bitte nehmen Sie mindestens 12 Zeichen."),
    ("Passwort2026!", "Dieses Passwort ist zu leicht zu erraten."),
    ("Moin Beispiel am Strand", "weder Ihr Name noch Ihre E-Mail-Adresse"),
    ("kommunalhub-demo", "Dieses Passwort ist zu leicht zu erraten."),
]
every_weak = pytest.mark.parametrize("weak, sentence", WEAK)


def token_on(page):
    return re.search(r'name="_authenticator"\s+(?:type="hidden"\s+)?value="([^"]+)"', page)[1]


def accepts(client, login, password):
    return client.sign_in(login, password).status_code == 302


@every_weak
def test_changing_ones_own(client, new_client, erika, weak, sentence):
    client.sign_in(erika)
    answer = client.post(
        "/@@change-password",
        data={
            "form.widgets.current_password": PASSWORD,
            "form.widgets.new_password": weak,
            "form.widgets.new_password_ctl": weak,
            "form.buttons.reset_passwd": "1",
            "_authenticator": token_on(client.get("/@@change-password").text),
        },
    )
    assert sentence in answer.text
    assert not accepts(new_client(), erika, weak)


def test_the_form_says_what_is_asked_for(client, erika):
    client.sign_in(erika)
    assert "mindestens 12 Zeichen" in client.get("/@@change-password").text


@pytest.fixture
def reset(site, erika):
    """Return the path of the link that Plone mails to erika."""
    found = site.portal_password_reset.requestReset(erika)
    transaction.commit()
    return f"/passwordreset/{found['randomstring']}"


def set_by_mail(client, path, password, again=None):
    token = token_on(client.get(path).text)
    data = {"password": password, "password2": again or password, "_authenticator": token}
    return client.post(path, data=data)


@every_weak
def test_setting_a_new_one_by_mail(client, new_client, reset, erika, weak, sentence):
    answer = set_by_mail(client, reset, weak)
    assert answer.status_code == 400
    assert sentence in answer.text
    assert not accepts(new_client(), erika, weak)
    assert "nicht gleich" in set_by_mail(client, reset, NEW, NEW + "x").text
    assert set_by_mail(client, reset, NEW).status_code == 302
    assert client.is_signed_in()
    assert accepts(new_client(), erika, NEW)


def test_a_link_to_set_one_works_once(client, new_client, reset):
    set_by_mail(client, reset, NEW)
    answer = new_client().get(reset)
    assert answer.status_code == 410
    assert "Dieser Link gilt nicht mehr" in answer.text


def test_setting_a_new_one_ends_sessions(client, new_client, reset, erika):
    other = new_client()
    other.sign_in(erika)
    set_by_mail(client, reset, NEW)
    assert not other.is_signed_in()


@pytest.mark.parametrize("path", ["/passwordreset", "/passwordreset/x", "/passwordreset/x/y"])
def test_made_up_links_are_gone(client, site, path):
    assert client.get(path).status_code in (404, 410)


def test_the_link_of_a_removed_person_is_gone(client, reset, erika):
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username=erika)
    transaction.commit()
    assert client.get(reset).status_code == 410


@every_weak
def test_over_rest_by_who_knows_the_old(client, erika, weak, sentence):
    body = {"old_password": PASSWORD, "new_password": weak}
    answer = client.api("POST", "/@users/erika/reset-password", auth=(erika, PASSWORD), json=body)
    assert answer.status_code == 400
    assert sentence in answer.json()["message"]


@every_weak
def test_over_rest_by_a_manager(client, erika, manager, weak, sentence):
    answer = client.api("PATCH", "/@users/erika", auth=(manager, PASSWORD), json={"password": weak})
    assert answer.status_code == 400
    assert sentence in answer.json()["message"]
    assert accepts(client, erika, PASSWORD)


@every_weak
def test_new_people_over_rest(client, manager, weak, sentence):
    body = {
        "username": "max",
        "fullname": "Max Beispiel",
        "email": "max@example.org",
        "password": weak,
    }
    answer = client.api("POST", "/@users", auth=(manager, PASSWORD), json=body)
    assert answer.status_code == 400
    assert sentence in answer.text.encode().decode("unicode_escape")


@every_weak
def test_new_people_in_the_control_panel(client, manager, weak, sentence):
    client.sign_in(manager)
    answer = client.post(
        "/@@new-user",
        data={
            "form.widgets.fullname": "Max Beispiel",
            "form.widgets.username": "max",
            "form.widgets.email": "max@example.org",
            "form.widgets.password": weak,
            "form.widgets.password_ctl": weak,
            "form.buttons.register": "1",
            "_authenticator": token_on(client.get("/@@new-user").text),
        },
    )
    assert sentence in answer.text
    transaction.begin()
    assert api.user.get(username="max") is None


def test_programs_too(site):
    with pytest.raises(ValueError, match="leicht zu erraten"):
        api.user.create(username="max", email="max@example.org", password="Passwort2026!")


def test_programs_may_give_the_demo_password(site):
    api.user.create(username="max", email="max@example.org", password="kommunalhub-demo")
    assert api.user.get(username="max")


def test_people_may_not(site):
    request = site.REQUEST.clone()
    assert is_demo_password("kommunalhub-demo", None)
    assert is_demo_password("kommunalhub-demo", request)
    request.form["password"] = "kommunalhub-demo"
    assert not is_demo_password("kommunalhub-demo", request)
    assert not is_demo_password("something else", None)


def test_past_the_forms(site, erika):
    from kommunalhub.interfaces import IKommunalhubLayer
    from zope.interface import alsoProvides

    alsoProvides(site.REQUEST, IKommunalhubLayer)
    with pytest.raises(BadRequest, match="leicht zu erraten"):
        site.acl_users.userSetPassword(erika, "Passwort2026!")


def test_a_site_may_ask_for_more(client, erika, setting):
    setting("min_password_length", 20)
    body = {"old_password": PASSWORD, "new_password": "Ebbe und Flut, ja!"}
    answer = client.api("POST", "/@users/erika/reset-password", auth=(erika, PASSWORD), json=body)
    assert "mindestens 20 Zeichen" in answer.json()["message"]
