"""Addresses with former names lead to the pages under the names of today."""

from kommunalhub.core.acting import as_builder
from kommunalhub.site import structure
from kommunalhub.site.browser.formernames import FORMER
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD

import pytest
import requests
import transaction


PAGES = {
    "barriere-melden": "barriere-melden",
    "coworking-applications": "co-working/antraege",
    "mitteilungen": "@@mitteilungen",
}


@pytest.fixture
def hub(functional):
    portal = functional["portal"]
    with as_builder(portal):
        structure.build(portal)
    transaction.commit()
    return portal.absolute_url()


@pytest.mark.parametrize(("page", "names"), FORMER.items())
def test_each_leads_on(hub, page, names):
    for old, new in names.items():
        address = f"{hub}/{PAGES[page]}"
        answer = requests.get(
            address,
            params={old: "own", "b_start": "0"},
            auth=(SITE_OWNER_NAME, SITE_OWNER_PASSWORD),
            allow_redirects=False,
        )
        assert answer.status_code == 302
        assert answer.headers["Location"] == f"{address}?{new}=own&b_start=0"


def test_the_names_of_today_lead_nowhere_else(hub):
    answer = requests.get(f"{hub}/barriere-melden?where=/foerderung", allow_redirects=False)
    assert answer.status_code == 200
