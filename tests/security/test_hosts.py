"""Links lead to the site's own address, and nobody else's name is taken for it."""

from email import message_from_bytes
from email import message_from_string
from kommunalhub.security import hosts
from kommunalhub.security.address import RECORD
from plone import api
from Products.MailHost.MailHost import MailBase
from Products.SiteAccess.VirtualHostMonster import VirtualHostMonster
from security.conftest import PASSWORD

import pytest
import re
import transaction


ADDRESS = "https://hub.example.org/nord"
FORGED = (
    "evil.example",
    "evil.example:80",
    "hub.example.org.evil.example",
    "hub.example.org:8443",
    "hub.example.org@evil.example",
    "localhost@evil.example",
    "localhost#evil.example",
    "127.0.0.1.evil.example",
)


class Asked(dict):
    """As much of a request as hosts.py asks."""

    def __init__(self, client, server=""):
        super().__init__(SERVER_URL=server)
        self.client = client

    def getClientAddr(self):
        return self.client

    def getHeader(self, name):
        return None


@pytest.mark.parametrize(
    ("name", "client", "expected"),
    [
        ("hub.example.org", "203.0.113.7", True),
        ("localhost", "127.0.0.1", True),
        ("localhost:8080", "127.0.0.1", True),
        ("[::1]:8080", "::1", True),
        ("localhost", "203.0.113.7", False),
        ("nohost", "203.0.113.7", False),
        ("nohost", "", True),
        ("", "127.0.0.1", False),
        *((name, "203.0.113.7", False) for name in FORGED),
    ],
)
def test_rules(name, client, expected):
    assert hosts.is_name_for(Asked(client), hosts.plain(f"http://{name}"), {ADDRESS}) is expected


@pytest.fixture
def addressed(site):
    """A site whose address is set, and which can send mails."""
    transaction.begin()
    api.portal.set_registry_record(RECORD, ADDRESS)
    api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
    api.portal.set_registry_record("plone.email_from_name", "Digitaler Hub")
    api.portal.set_registry_record("plone.smtp_host", "localhost")
    transaction.commit()
    return site


@pytest.fixture
def mails(addressed, monkeypatch):
    sent = []

    def _send(self, mfrom, mto, messageText, immediate=False):
        read = message_from_bytes if isinstance(messageText, bytes) else message_from_string
        sent.append(read(messageText).get_payload(decode=True).decode("utf-8"))

    monkeypatch.setattr(MailBase, "_send", _send)
    return sent


def token_on(page):
    return re.search(r'name="_authenticator"\s+(?:type="hidden"\s+)?value="([^"]+)"', page)[1]


def ask_for_password(client, **kw):
    form = {"form.widgets.reset_password": "erika", "form.buttons.reset": "Zusenden"}
    return client.post("/@@login-help", data=form, **kw)


def ask_for_name(client, **kw):
    form = {
        "form.widgets.recover_username": "erika@example.org",
        "form.buttons.get_username": "Zusenden",
    }
    return client.post("/@@login-help", data=form, **kw)


def ask_over_rest(client, **kw):
    return client.api("POST", "/@users/erika/reset-password", json={}, **kw)


def register(client, email="neu@example.org", **kw):
    token = token_on(client.get("/@@register").text)
    data = {"fullname": "Neu", "email": email, "_authenticator": token}
    return client.post("/@@register", data=data, **kw)


def register_again(client, **kw):
    return register(client, "erika@example.org", **kw)


def make_an_account(client, **kw):
    """As a manager does, who lets Plone send the link."""
    account = {"username": "neu", "email": "neu2@example.org", "sendPasswordReset": True}
    return client.api("POST", "/@users", json=account, auth=("chefin", PASSWORD), **kw)


#: Every way to have a mail sent at once; all others come out of jobs (notices/address.py).
LETTERS = (
    ask_for_password,
    ask_for_name,
    ask_over_rest,
    register,
    register_again,
    make_an_account,
)


@pytest.mark.parametrize("send", LETTERS)
def test_links_in_mails_lead_to_the_site(client, erika, manager, mails, send):
    """The request itself comes by localhost, as through a tunnel."""
    answer = send(client)
    assert answer.status_code < 400, answer.text
    [mail] = mails
    found = re.findall(r"https?://[^\s>\"]+", mail)
    assert found or send is ask_for_name
    assert all(address.startswith(ADDRESS) for address in found), found
    assert "localhost:" not in mail


@pytest.mark.parametrize("send", LETTERS)
@pytest.mark.parametrize("host", ["evil.example", "localhost@evil.example"])
def test_no_mail_for_a_forged_host(client, erika, manager, mails, send, host):
    assert send(client, headers={"Host": host}).status_code == 400
    assert mails == []


def test_nor_for_a_forged_forwarded_host(client, erika, mails):
    headers = {"X-Forwarded-Host": "evil.example", "X-Forwarded-For": "http://evil.example"}
    ask_for_password(client, headers=headers)
    assert all("evil.example" not in mail for mail in mails)


@pytest.mark.parametrize("path", ["", "/login", "/@@ok", "/gibtesnicht", "/++api++/@search"])
@pytest.mark.parametrize("host", FORGED)
def test_a_forged_host_gets_400(client, addressed, path, host):
    answer = client.get(path, headers={"Host": host})
    assert answer.status_code == 400
    assert "evil.example" not in "".join(re.findall(r'(?:href|src|action)="[^"]*"', answer.text))
    assert answer.headers.get("Location") is None


def test_the_page_says_what_to_do(client, addressed):
    answer = client.get("", headers={"Host": "evil.example"})
    assert "Diese Adresse gehört nicht zur Website" in answer.text
    assert f'href="{ADDRESS}"' in answer.text
    rest = client.api("GET", "/@search", headers={"Host": "evil.example"})
    assert (rest.status_code, rest.json()["type"]) == (400, "BadRequest")


def test_the_address_and_further_names_are_known(client, addressed, setting):
    assert client.get("/login", headers={"Host": "hub.example.org"}).status_code == 200
    assert client.get("/login", headers={"Host": "hub.intern"}).status_code == 400
    setting("further_hosts", ("hub.intern",))
    assert client.get("/login", headers={"Host": "hub.intern"}).status_code == 200


def test_without_a_setting_the_machine_itself_is_served(client, site):
    assert client.get("/login").status_code == 200
    assert client.get("/login", headers={"Host": "hub.example.org"}).status_code == 400
    far = {"Host": "localhost", "X-Forwarded-For": "203.0.113.7"}
    assert client.get("/login", headers=far).status_code == 400


def test_a_proxy_says_the_address_in_the_path(client, addressed):
    """As the templates of servers/ do: then the Host header counts for nothing."""
    transaction.begin()
    monster = VirtualHostMonster()
    monster.addToContainer(addressed.aq_parent)
    transaction.commit()
    root = client.site_url.rpartition("/")[0]
    client.site_url = f"{root}/VirtualHostBase/https/hub.example.org:443/plone/VirtualHostRoot"
    assert client.get("/login", headers={"Host": "evil.example"}).status_code == 200
    client.site_url = client.site_url.replace("hub.example.org", "evil.example")
    assert client.get("/login").status_code == 400
