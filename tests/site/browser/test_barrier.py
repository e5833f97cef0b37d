"""Report a barrier: what is sent, what is refused."""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.security import strangers
from plone import api
from plone.protect.authenticator import createToken
from Products.CMFPlone.tests.utils import MockMailHost
from Products.MailHost.interfaces import IMailHost
from zExceptions import Forbidden
from zope.component import getSiteManager

import pytest


@pytest.fixture
def outbox(portal):
    """A site that can send e-mail, and what it sent."""
    api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
    api.portal.set_registry_record("plone.email_from_name", "Hub")
    api.portal.set_registry_record("plone.smtp_host", "localhost")
    host = MockMailHost("MailHost")
    portal.MailHost = host
    site = getSiteManager(portal)
    site.unregisterUtility(provided=IMailHost)
    site.registerUtility(host, IMailHost)
    return host.messages


@pytest.fixture
def post(portal, page, monkeypatch):
    def post(token=True, **form):
        request = portal.REQUEST
        request.method = request.environ["REQUEST_METHOD"] = "POST"
        if token:
            form["_authenticator"] = createToken()
        with monkeypatch.context() as before:
            shown = formatting.now() - timedelta(seconds=20)
            before.setattr(formatting, "now", lambda: shown)
            form.setdefault(strangers.STAMP, strangers.stamp())
        return page("barriere-melden", **form)

    return post


def test_report_goes_to_the_hub(post, outbox, portal):
    html = post(what="Der Knopf hat keinen Namen", where="/inbox", email="a@example.org")
    assert "Vielen Dank" in html
    assert len(outbox) == 1
    assert b"To: hub@example.org" in outbox[0]
    assert portal.REQUEST.response.getStatus() == 200


def test_what_is_wrong_stands_at_its_field(post, outbox, portal):
    html = post(what=" ", where="Suche & Co", email="keine Adresse")
    assert 'id="what-wrong"' in html
    assert 'id="email-wrong"' in html
    assert 'value="Suche &amp; Co"' in html
    assert portal.REQUEST.response.getStatus() == 400
    assert not outbox


def test_machines_are_thanked_and_ignored(post, outbox):
    assert "Vielen Dank" in post(what="Buy now", website="https://spam.example")
    assert "Vielen Dank" in post(what="Buy now", shown=strangers.stamp())  # quicker than anybody
    assert "Vielen Dank" in post(what="Buy now", shown="forged")
    assert not outbox


def test_without_token_nothing_is_sent(post, outbox):
    with pytest.raises(Forbidden):
        post(token=False, what="x")
    assert not outbox


def test_dead_mail_server_is_told(post, outbox, monkeypatch, portal):
    def refuse(**kw):
        raise OSError("connection refused")

    monkeypatch.setattr(api.portal, "send_email", refuse)
    html = post(what="Der Text bleibt stehen")
    assert "Der Text bleibt stehen" in html
    assert "hub@example.org" in html
    assert portal.REQUEST.response.getStatus() == 503


def test_without_mail_the_page_says_where_to_turn(page):
    html = page("barriere-melden")
    assert 'method="post"' not in html
    assert "/impressum" in html


def test_page_in_question_may_come_with_the_link(page, outbox):
    assert 'value="/foerderung"' in page("barriere-melden", where="/foerderung")
