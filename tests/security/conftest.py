"""People and browsers without a screen, on the functional layer."""

from datetime import timedelta
from kommunalhub.core import formatting
from plone import api

import pytest
import requests
import transaction


PASSWORD = "vier Deiche im Regen"


class Client(requests.Session):
    """A browser that knows its site; addresses start with "/"."""

    def __init__(self, site_url):
        super().__init__()
        self.site_url = site_url
        self.headers["Accept"] = "text/html"

    def request(self, method, url, **kw):
        return super().request(method, self.site_url + url, **{**kw, "allow_redirects": False})

    def sign_in(self, login, password=PASSWORD, **fields):
        form = {"__ac_name": login, "__ac_password": password, "buttons.login": "Anmelden"}
        return self.post("/login", data={**form, **fields})

    def api(self, method, url, **kw):
        """Call the REST API."""
        headers = {"Accept": "application/json", **kw.pop("headers", {})}
        return self.request(method, url, headers=headers, **kw)

    def is_signed_in(self):
        return self.get("/@@change-password").status_code == 200


@pytest.fixture
def site(functional):
    """The portal; no account of the root, as on a real site."""
    portal = functional["portal"]
    api.portal.set_registry_record("kommunalhub.security.root_basic_auth", False)
    transaction.commit()
    return portal


@pytest.fixture
def setting(site):
    """Return a function that changes a setting, committed."""

    def setting(name, value):
        transaction.begin()
        api.portal.set_registry_record(f"kommunalhub.security.{name}", value)
        transaction.commit()

    return setting


@pytest.fixture
def new_client(site):
    """Return a function that opens another browser."""
    clients = []

    def new_client():
        clients.append(Client(site.absolute_url()))
        return clients[-1]

    yield new_client
    for client in clients:
        client.close()


@pytest.fixture
def client(new_client):
    """A browser."""
    return new_client()


@pytest.fixture
def erika(site):
    """A person of the site, committed."""
    transaction.begin()
    api.user.create(
        username="erika",
        email="erika@example.org",
        password=PASSWORD,
        properties={"fullname": "Erika Beispiel"},
    )
    transaction.commit()
    return "erika"


@pytest.fixture
def manager(site):
    """A manager of the site, committed."""
    transaction.begin()
    api.user.create(username="chefin", email="chefin@example.org", password=PASSWORD)
    api.user.grant_roles(username="chefin", roles=["Manager"])
    transaction.commit()
    return "chefin"


@pytest.fixture
def clock(monkeypatch):
    """Return a function that moves the clock on by some seconds."""
    moment = [formatting.now()]
    monkeypatch.setattr(formatting, "now", lambda: moment[0])

    def clock(seconds):
        moment[0] += timedelta(seconds=seconds)

    return clock
