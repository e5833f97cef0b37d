"""Every page has a title of its own that begins with its name."""

from lxml import html
from plone import api

import pytest
import requests
import transaction


PASSWORD = "Kornblume, Leuchtturm, Watt 43"
#: Pages of signing in and of one's own account.
OPEN = ("login", "@@login-help", "@@register", "contact-info", "@@search", "sitemap", "nixda")
OWN = (
    "",
    "@@personal-information",
    "@@personal-preferences",
    "@@change-password",
    "@@notice-preferences",
    "@@mitteilungen",
    "@@inbox",
    "@@submitted",
    "@@new-user",
    "@@user-information?userid=hubleitung",
    "@@user-preferences?userid=hubleitung",
    "@@usergroup-usermembership?userid=hubleitung",
    "@@usergroup-groupdetails?groupname=hub-managers",
    "@@usergroup-groupmembership?groupname=hub-managers",
)
#: Pages that greet instead.
HOMES = ("",)
#: Zope's own screens, and what Plone draws without a theme, so that a broken one can be taken away.
OTHERS = ("manage_main", "@@theming-controlpanel")


@pytest.fixture
def read(demo):
    """Return a function that reads a page as somebody: (title, what the page calls itself)."""
    boss, url = "technik", f"http://localhost:{demo['port']}/{demo['portal'].getId()}"
    api.user.create(username=boss, email="technik@example.org", password=PASSWORD)
    api.user.grant_roles(username=boss, roles=["Manager"])
    transaction.commit()

    def read(path, signed_in):
        auth = (boss, PASSWORD) if signed_in else None
        answer = requests.get(f"{url}/{path}", auth=auth, headers={"Accept": "text/html"})
        page = html.fromstring(answer.content)
        [title] = page.xpath("/html/head/title")
        names = page.xpath("//h1") + page.cssselect("a.nav-link.active")
        return plain(title), {plain(name) for name in names}

    return read


def plain(node):
    return " ".join(node.text_content().split())


def control_panels():
    """Return the paths of all pages of the site setup."""
    tool, start = api.portal.get_tool("portal_controlpanel"), f"{api.portal.get().absolute_url()}/"
    groups = [tool.enumConfiglets(group["id"]) for group in tool.getGroups()]
    urls = {panel["url"].removeprefix(start) for panels in groups for panel in panels}
    return sorted(urls - set(OTHERS))


def test_every_page_is_called_by_its_name(demo, read):
    titles = {}
    with api.env.adopt_roles(["Manager"]):
        panels = control_panels()
    assert len(panels) > 30
    pages = [(path, False) for path in OPEN] + [(path, True) for path in (*OWN, *panels)]
    wrong = []
    for path, signed_in in pages:
        title, names = read(path, signed_in)
        begins = [name for name in names if name and title.startswith(name)]
        if not begins and not (path in HOMES and title):
            wrong.append(f"{path}: {title!r} is called {sorted(names)}")
        if title in titles:
            wrong.append(f"{path}: {title!r} is the title of {titles[title]}")
        titles[title] = path
    assert not wrong, "\n".join(wrong)
