"""People in tests: made, acted as, at a browser, over HTTP."""

from html import unescape
from plone import api
from plone.testing.zope import Browser
from types import SimpleNamespace
from urllib.parse import urlencode
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest

import requests


PASSWORD = "Ein-langes-Kennwort-2026"


def with_builders(module):
    """Return all names of this module and of another one, as a fixture hands them to tests."""
    return SimpleNamespace(**{**globals(), **vars(module)})


def add_people(people):
    """Add accounts. people: {user id: (full name, groups)}; the caller holds the role for it."""
    for name, (fullname, groups) in people.items():
        api.user.create(
            username=name,
            email=f"{name}@example.org",
            password=PASSWORD,
            properties={"fullname": fullname},
        )
        for group in groups:
            if api.group.get(groupname=group) is None:
                api.group.create(groupname=group)
            api.group.add_user(groupname=group, username=name)


def called_example(groups_of):
    """Return people as `add_people` takes them, with names made from ids, of {id: groups}."""
    return {name: (f"{name.capitalize()} Beispiel", groups) for name, groups in groups_of.items()}


def forget_answers():
    """Local roles are cached for one request; a test looks at several people in one."""
    kept = IAnnotations(getRequest(), None)
    if kept is not None:
        kept.clear()


class As:
    """with As("rita"): act as this person, with a fresh cache of roles."""

    def __init__(self, name):
        self.user = api.env.adopt_user(username=name)

    def __enter__(self):
        forget_answers()
        self.user.__enter__()

    def __exit__(self, *exc):
        forget_answers()
        return self.user.__exit__(*exc)


def step(obj, who, transition, comment=""):
    """Take a transition as this person."""
    with As(who):
        api.portal.get_tool("portal_workflow").doActionFor(obj, transition, comment=comment)
    return obj


def state(obj):
    """Return the state that an object is in."""
    return api.content.get_state(obj)


def brain(obj):
    """Return the catalog's entry of an object, whoever is logged in."""
    catalog = api.portal.get_tool("portal_catalog")
    path = "/".join(obj.getPhysicalPath())
    return catalog.unrestrictedSearchResults(path={"query": path, "depth": 0})[0]


class Visitor(Browser):
    """A browser; `text` is the page with its entities resolved."""

    @property
    def text(self):
        return unescape(self.contents)


def browser(functional, who=None):
    """Return a browser, signed in by the form as this person."""
    visitor = Visitor(functional["app"])
    visitor.handleErrors = False
    if who:
        sign_in(visitor, functional["portal"].absolute_url(), who)
    return visitor


def sign_in(visitor, site, who):
    """Sign in as the form does. Neither it nor what follows is shown: each test opens its pages."""
    sent = {"__ac_name": who, "__ac_password": PASSWORD, "buttons.login": "Anmelden"}
    visitor.followRedirects = False
    visitor.post(f"{site}/login", urlencode(sent))
    visitor.followRedirects = True
    assert visitor.headers["Location"], who


def visitor(who=None, **headers):
    """Return a session over HTTP, signed in as this person."""
    session = requests.Session()
    session.headers.update(headers)
    if who:
        session.auth = (who, PASSWORD)
    return session


def rest(who=None):
    """Return a session that speaks JSON, and German."""
    return visitor(who, Accept="application/json", **{"Accept-Language": "de"})


class Session(requests.Session):
    """A session of a person, None for nobody, whose addresses begin at the site."""

    def __init__(self, site_url, who=None, accept="application/json"):
        super().__init__()
        self.site_url = site_url
        self.headers.update({"Accept": accept, "Accept-Language": "de"})
        if who is not None:
            self.auth = (who, PASSWORD)

    def request(self, method, url, **options):
        if not url.startswith("http"):
            url = f"{self.site_url}/{url}"
        return super().request(method, url, **options)
