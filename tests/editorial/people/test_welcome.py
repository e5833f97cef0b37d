"""The first people of a new administration: invited by the hub management, and by nobody else."""

from kommunalhub.core.acting import as_builder
from kommunalhub.editorial.people.welcome import operations
from kommunalhub.editorial.people.welcome import rules
from kommunalhub.partners.operations import add_partner
from people import As
from plone import api
from Products.MailHost.MailHost import MailBase
from smtplib import SMTPException

import pytest
import transaction


@pytest.fixture
def post(web, monkeypatch):
    """The mails that the site sends, as [(receiver, text)]; a new administration is there."""
    sent = []
    monkeypatch.setattr(
        MailBase, "_send", lambda self, mfrom, mto, text, immediate=False: sent.append((mto, text))
    )
    with as_builder(web):
        api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
        api.portal.set_registry_record("plone.smtp_host", "localhost")
        add_partner("heiligenhafen", title="Stadt Heiligenhafen", short_title="Heiligenhafen")
    transaction.commit()
    return sent


def invite(email="ina@example.org", name="Ina Beispiel", functions=("editors",)):
    with As("hilde"):
        return operations.invite("heiligenhafen", name, email, functions)


def test_the_hub_management_invites_and_sees_what_is_missing(web, hub, functional, post):
    site = web.absolute_url()
    hilde = hub.browser(functional, "hilde")
    hilde.raiseHttpErrors = False
    hilde.open(f"{site}/@@partners-controlpanel")
    hilde.getLink(url="partner-start?partner=heiligenhafen").click()
    assert "5 Dinge fehlen noch." in hilde.text
    hilde.getControl(name="email").value = "ina"
    hilde.getControl("Einladung verschicken").click()
    assert "Bitte schreiben Sie, wie die Person heißt." in hilde.text
    hilde.getControl(name="fullname").value = "Ina Beispiel"
    hilde.getControl(name="email").value = "Ina@example.org"
    hilde.getControl("Einladung verschicken").click()
    assert "Ina Beispiel ist eingeladen" in hilde.text and "4 Dinge fehlen noch." in hilde.text
    ((receiver, text),) = post
    assert "ina@example.org" in receiver and "passwordreset" in str(text)
    transaction.begin()
    (ina,) = api.user.get_users(groupname="heiligenhafen-editors")
    assert ina.getUserName() == "ina@example.org" and ina.getRoles().count("Manager") == 0
    assert "heiligenhafen-staff" in ina.getGroups()
    hilde.getControl(name="fullname").value = "Noch einmal"
    hilde.getControl(name="email").value = "ina@example.org"
    hilde.getControl("Einladung verschicken").click()
    assert "gibt es schon ein Konto" in hilde.text and len(post) == 1

    def status(who, partner):
        page = f"@@partner-start?partner={partner}"
        session = hub.Session(site, who, accept="text/html")
        return session.get(page, allow_redirects=False).status_code

    assert status("rolf", "malente") in (302, 401, 403)
    assert (status("hilde", "malente"), status("hilde", "atlantis")) == (200, 404)


def test_without_a_mail_there_is_no_account(web, hub, post, monkeypatch):
    def fails(*args, **kw):
        raise SMTPException("no")

    before = len(api.user.get_users())
    monkeypatch.setattr(MailBase, "_send", fails)
    with pytest.raises(operations.InviteRefused) as refused:
        invite()
    assert list(refused.value.errors) == ["email"]
    assert len(api.user.get_users()) == before


@pytest.mark.parametrize("email", ["ina", "ina@", "a@b.de, c@d.de", "x" * 300 + "@example.org"])
def test_what_is_wrong_is_said_at_its_field(web, post, email):
    with pytest.raises(operations.InviteRefused) as refused:
        invite(email, "")
    assert set(refused.value.errors) == {"fullname", "email"}
    assert post == []


def test_what_is_missing():
    nothing = rules.Standing(False, 0, 0, 0, 0)
    everything = rules.Standing(True, 1, 2, 1, 1)
    assert (rules.missing(nothing), rules.missing(everything)) == (5, 0)
