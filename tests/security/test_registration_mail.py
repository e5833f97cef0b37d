"""Registration with a real mail server: what arrives, what it refuses, and when it is silent."""

from email.message import EmailMessage
from kommunalhub.security.address import RECORD
from notices.conftest import server  # noqa: F401
from notices.conftest import set_up_mail
from plone import api
from security.test_registration import confirm
from security.test_registration import EMAIL
from security.test_registration import person_with
from security.test_registration import register
from security.test_registration import SENT
from smtplib import SMTP

import pytest
import re
import transaction


NOT_SENT = "Die E-Mail konnte nicht verschickt werden."


@pytest.fixture
def post(site, server):  # noqa: F811
    """The mail server of a site that is set up to use it."""
    set_up_mail(server)
    # without an address only who sits at the machine is served
    api.portal.set_registry_record(RECORD, site.absolute_url())
    transaction.commit()
    return server


def link_in(mail: EmailMessage):
    """Return the path of the link in a mail that arrived."""
    text = mail.get_content()
    return re.search(r"https?://\S+?(/@@confirm-registration/\S+)", text)[1]


def test_the_whole_way_and_the_link_is_used_up(client, new_client, post):
    assert SENT in register(client).text
    [mail] = post.mails
    assert (mail["To"], mail["From"]) == (EMAIL, "Digitaler Hub <hub@example.org>")
    assert confirm(client, link_in(mail)).status_code == 302
    user_id = person_with().getId()
    assert new_client().get(link_in(mail)).status_code == 410
    again = new_client()
    page = again.get("/@@register").text  # a token of our own, for a link that is used up
    token = re.search(r'name="_authenticator"[^>]*value="([^"]+)"', page)[1]
    data = {"_authenticator": token, "password": "Sturm an der Kieler Bucht"}
    answer = again.post(link_in(mail), data={**data, "password2": data["password"]})
    assert answer.status_code == 410
    assert not again.is_signed_in()
    assert person_with().getId() == user_id


def test_links_of_one_person_make_no_account_of_another(client, new_client, post):
    register(client)
    register(new_client(), email="jens@example.org")
    first, second = post.mails
    assert confirm(client, link_in(first)).status_code == 302
    assert person_with("jens@example.org") is None
    assert confirm(new_client(), link_in(second)).status_code == 302
    assert {mail["To"] for mail in post.mails} == {EMAIL, "jens@example.org"}


def test_a_flood_reaches_one_mailbox_three_times(new_client, post):
    """From many places at once, so that no place is slowed."""
    for number in range(8):
        flood = new_client()
        flood.headers["X-Forwarded-For"] = f"198.51.100.{number}"
        assert SENT in register(flood).text
    assert len(post.mails) == 3


def test_a_flood_from_one_place_ends_for_it_alone(new_client, post):
    answers = []
    for number in range(12):
        flood = new_client()
        flood.headers["X-Forwarded-For"] = "198.51.100.7"
        answers.append(register(flood, email=f"person{number}@example.org"))
    assert [answer.status_code for answer in answers] == [200] * 10 + [429] * 2
    assert "zu viele Versuche" in answers[-1].text
    assert len(post.mails) == 10
    other = new_client()
    other.headers["X-Forwarded-For"] = "198.51.100.8"
    assert SENT in register(other, email="somebody@example.org").text
    assert len(post.mails) == 11


@pytest.mark.parametrize(
    "email",
    [
        "a@example.org\r\nBcc: b@example.org",
        "a@example.org,b@example.org",
        "a@example.org b@example.org",
        "<a@example.org>",
        "Anna <a@example.org>",
        '"a b"@example.org',
        "a@b@example.org",
        "@example.org",
        "a@",
        "ä@example.org",
        "a@" + "b" * 250 + ".org",
    ],
)
def test_wrong_addresses_reach_no_server(client, post, email):
    answer = register(client, email=email)
    assert answer.status_code == 400
    assert "Das ist keine E-Mail-Adresse" in answer.text
    assert post.mails == []


def test_a_name_brings_no_header_and_no_link_along(client, post):
    answer = register(client, fullname="Svenja\r\nBcc: b@example.org")
    assert answer.status_code == 400
    assert register(client, fullname="Gratis https://evil.example").status_code == 400
    assert post.mails == []


@pytest.mark.parametrize(
    "answer", ["550 No such box here", "450 Greylisted", ("data", "554 Looks like spam"), "drop"]
)
def test_what_the_server_refuses_is_told_and_leaves_no_account(client, post, answer):
    post.answers["*"] = answer
    page = register(client)
    assert page.status_code == 400
    assert NOT_SENT in page.text
    assert "Traceback" not in page.text
    post.answers.clear()
    assert SENT in register(client).text
    assert confirm(client, link_in(post.mails[0])).status_code == 302


def test_a_server_that_is_down_is_told(client, post):
    post.stop()
    page = register(client)
    assert (page.status_code, NOT_SENT in page.text) == (400, True)


def test_the_mail_server_itself_is_there(post):
    """What the tests above rest on: mail that is handed over arrives."""
    with SMTP("127.0.0.1", post.port) as connection:
        connection.sendmail("a@example.org", ["b@example.org"], b"Subject: x\r\n\r\ny")
    assert len(post.mails) == 1
