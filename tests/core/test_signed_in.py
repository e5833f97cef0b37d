"""What is there for who is signed in alone: others sign in first, or get 401."""

from pathlib import Path

import kommunalhub
import pytest
import re
import requests


SOURCE = Path(kommunalhub.__file__).parent
SITE = "plone.base.interfaces.IPloneSiteRoot"


def registered(kind):
    """Return [(method, name)] of pages or services of the site that ask for the permission."""
    found = []
    for path in SOURCE.rglob("*.zcml"):
        for text in re.findall(rf"<{kind}\b[^>]*>", path.read_text(encoding="utf-8")):
            given = dict(re.findall(r'([\w-]+)="([^"]*)"', text))
            if given.get("permission") == "kommunalhub.SignedIn" and given.get("for") == SITE:
                found.append((given.get("method", "GET"), given["name"]))
    return sorted(found)


@pytest.mark.parametrize(("_method", "name"), registered("browser:page"))
def test_a_page_leads_to_signing_in_and_back(functional, _method, name):
    address = f"{functional['portal'].absolute_url()}/@@{name}"
    answer = requests.get(address, allow_redirects=False)
    assert answer.status_code == 302
    assert "/require_login?came_from=" in answer.headers["Location"]
    assert name in answer.headers["Location"]


@pytest.mark.parametrize(("method", "name"), registered("plone:service"))
def test_a_service_answers_401(functional, method, name):
    address = f"{functional['portal'].absolute_url()}/{name}"
    answer = requests.request(method, address, json={}, headers={"Accept": "application/json"})
    assert answer.status_code == 401


def test_there_are_some():
    assert len(registered("browser:page")) >= 4
    assert len(registered("plone:service")) >= 8
