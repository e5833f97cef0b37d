"""What Plone's own screens say, to those who reach them: German for everybody, no English.

Mended in locales/de/LC_MESSAGES/plone.po and its like, in the theme, and as
docs/reference/upstream.md says. What Plone's scripts draw is read in
tests/browser/test_plones_screens.py.
"""

from german import faults
from kommunalhub.partners import rules
from kommunalhub.site.accounts import DEMO_PASSWORD
from lxml import html
from plone import api

import pytest
import re
import requests
import transaction


AREA = "partner/malente"
TYPES = ("Document", "News Item", "Event", "File", "Image", "Link", "Folder")
EDITORS = (
    *(f"{AREA}/++add++{portal_type}" for portal_type in TYPES),
    f"{AREA}/edit",
    f"{AREA}/@@manage-aliases",
    f"{AREA}/@@historyview",
    f"{AREA}/content_status_history",
    f"{AREA}/select_default_view",
    f"{AREA}/select_default_page",
    "@@personal-information",
    "@@personal-preferences",
    "@@change-password",
    "sitemap",
    "accessibility-info",
)
MANAGERS = (
    "impressum/edit",
    "impressum/content_status_history",
    "impressum/@@historyview",
    "impressum/delete_confirmation",
    "impressum/object_rename",
    f"{AREA}/folder_constraintypes_form",
    f"{AREA}/folder_factories",
    "@@overview-controlpanel",
    "@@navigation-controlpanel",
    "@@search-controlpanel",
    "@@redirection-controlpanel",
    "@@usergroup-controlpanel",
    "@@usergroup-userprefs",
    "@@usergroup-userprefs?searchstring=malente",
    "@@usergroup-groupprefs",
    "@@usergroup-groupmembership?groupname=malente-staff",
    "@@usergroup-groupdetails?groupname=malente-staff",
    "@@usergroup-usermembership?userid=startup",
    "@@user-information?userid=startup",
    "@@user-preferences?userid=startup",
    "@@new-user",
)
ADMINISTRATORS = (
    "impressum/@@sharing",
    f"{AREA}/@@sharing",
    "@@usergroup-userprefs",
    "@@usergroup-groupprefs",
)
PAGES = {"malente-redaktion": EDITORS, "hubleitung": MANAGERS, "technik": ADMINISTRATORS}

ENGLISH = re.compile(
    r"(?<![\w-])(the|of|and|is|are|you|your|this|with|allowed|select|up|show|remove|reset|change|save|add"
    r"|edit|cancel|users?|items?|folders?|pages?|groups?|documents?|files?|virtual|default|settings)(?![\w-])",
    re.IGNORECASE,
)
#: Ids of roles and views, which nobody is to read, and what Python and the clock make of things.
INNER = re.compile(
    r"\b(HubManager|SupportAgent|Colleague|Consenter|Consultant|Reviewers?|Contributor|Staff"
    r"|hub-page|hub-listing)\b|\bUTC\d|\bb'"
)
#: An example of a file to be uploaded, one of an e-mail address, and names that people and groups
#: have for the system, in brackets after their own.
EXAMPLES = re.compile(r"/people/JoeT,/Users/\S+|name@domain\.com|\([\w. -]+\)$")
TOLD = ("title", "aria-label", "placeholder", "alt", "summary", "label")


@pytest.fixture
def read(demo):
    """Return a function that reads a page as somebody: all that it tells a person."""
    boss, url = "technik", f"http://localhost:{demo['port']}/{demo['portal'].getId()}"
    api.user.create(username=boss, email="technik@example.org", password=DEMO_PASSWORD)
    api.user.grant_roles(username=boss, roles=["Manager"])
    transaction.commit()

    def read(user, path):
        answer = requests.get(
            f"{url}/{path}", auth=(user, DEMO_PASSWORD), headers={"Accept": "text/html"}
        )
        assert answer.ok, (answer.status_code, path)
        page = html.fromstring(answer.content)
        assert page.cssselect("main#inhalt"), f"{path} is not themed"
        return told(page)

    return read


def told(page):
    """Return the texts of a page, without header and footer, which are ours on every page."""
    for node in page.cssselect("script, style, header.top, footer.foot"):
        node.drop_tree()
    texts = [node for node in page.body.itertext() if node.strip()]
    texts += [link.get("title", "") for link in page.head.iter("link")]
    for node in page.body.iter():
        texts += [node.get(name) for name in TOLD if node.get(name)]
        if node.tag == "input" and node.get("type") in ("submit", "button"):
            texts.append(node.get("value") or "")
    return {" ".join(text.split()) for text in texts}


@pytest.mark.parametrize("user", PAGES)
def test_screens_are_german_for_everybody(read, user):
    wrong = {}
    for path in PAGES[user]:
        for text in read(user, path):
            text = EXAMPLES.sub("", text).strip()
            found = [*faults(text), *ENGLISH.findall(text), *INNER.findall(text)]
            if found:
                wrong.setdefault(text, (path, found))
    assert wrong == {}


def test_who_may_not_give_roles_sees_none(read):
    assert not {text for text in read("hubleitung", "@@usergroup-userprefs") if "Rolle" in text}
    assert "Hub-Leitung" in read("technik", "@@usergroup-userprefs")


def test_plones_groups_have_german_names_and_ours_keep_theirs(read):
    told = read("hubleitung", "@@usergroup-groupprefs")
    assert "Plone: Systemverwaltung" in told
    assert any("Malente: Redaktion" in text for text in told)
    group = api.group.get(groupname="Administrators")
    assert "Manager" in group.getRoles()


@pytest.mark.parametrize("page", ["@@usergroup-groupprefs", "@@usergroup-userprefs"])
def test_every_role_of_ours_has_a_german_name(read, page):
    """Computed ones too, which nobody is given: Plone lists all that there are."""
    given = {role for roles in rules.GLOBAL_ROLES.values() for role in roles}
    ours = {*given, *api.portal.get().userdefined_roles()}
    assert {"Participant", "Consenter", "Staff"} <= ours
    shown = " ".join(read("technik", page))
    assert not [role for role in ours if re.search(rf"\b{role}\b", shown)]


@pytest.mark.parametrize("text", ["Allowed types: image/*", "HubManager", "UTC100", "b'RSS'"])
def test_the_search_finds_what_it_is_for(text):
    assert ENGLISH.search(text) or INNER.search(text)
