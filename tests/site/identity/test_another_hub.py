"""Two hubs in one database: each says its own name, and nothing of the other."""

from io import StringIO
from kommunalhub.core import registry
from kommunalhub.core.acting import as_builder
from kommunalhub.partners.membership import partner_ids
from kommunalhub.site.accounts import SITE_ADMIN
from kommunalhub.site.identity import operations
from kommunalhub.site.identity import rules
from kommunalhub.site.server import sites
from kommunalhub.site.server.passwords import password
from pathlib import Path
from plone import api
from zope.component.hooks import site as in_site

import pytest
import re
import requests
import transaction


WILSTER = Path(__file__).parent / "wilster.toml"
#: Words of the hub that the profile describes.
OLDENBURG = re.compile(r"Oldenburg|Malente|Lensahn|dataport|Ostholstein|Vitale|Schuhstra", re.I)
#: Records that name regions of the whole state.
OF_THE_STATE = {"kommunalhub.funding_areas"}
ADDRESSES = (
    *("", "/angebote/ueberblick", "/angebote/arbeitsplaetze", "/angebote/vor-ort"),
    *("/leichte-sprache", "/impressum", "/partner", "/foerderung", "/materialien", "/workshops"),
    *("/co-working", "/support", "/kalender", "/personen", "/aktuelles", "/@search", "/sitemap"),
    *("/@@partners-controlpanel", "/@@hub-controlpanel", "/@@usergroup-groupprefs", "/mein-hub"),
    *("/@partners", "/@groups", "/@@consents-controlpanel"),
)


@pytest.fixture
def wilster(functional, monkeypatch, tmp_path):
    """Return the address of a second hub beside the first, made of a file of answers."""
    monkeypatch.setenv("KOMMUNALHUB_SECRETS", str(tmp_path))
    sites.create_site(functional["app"], "wilster", False, operations.read_file(WILSTER))
    transaction.commit()
    return f"http://localhost:{functional['port']}/wilster"


def test_nothing_of_one_hub_stands_in_the_other(functional, wilster):
    portal = functional["app"]["wilster"]
    with in_site(portal):
        assert set(partner_ids()) == {"wilster", "marsch", "deichtechnik"}
        groups = {group.getId() for group in api.group.get_groups()}
        assert {"wilster-editors", "marsch-reviewers", "hub-managers"} <= groups
        told = StringIO()
        for name, record in portal.portal_registry.records.items():
            if name in OF_THE_STATE:
                continue
            told.write(f"{name} {record.value!r}\n")
        assert set(portal["partner"].objectIds()) >= {"wilster", "marsch"}
        told.write(" ".join(groups))
    visitor, manager = requests.Session(), requests.Session()
    manager.auth = (SITE_ADMIN, password(SITE_ADMIN))
    for person in (visitor, manager):
        for address in ADDRESSES:
            as_data = {"Accept": "application/json"} if address.startswith("/@") else {}
            as_data = {} if address.startswith("/@@") else as_data
            answer = person.get(f"{wilster}{address}", headers=as_data)
            assert answer.status_code < 500, address
            told.write(f"{address}: {answer.text}\n")
    assert found_in(told.getvalue()) == []
    home = visitor.get(wilster)
    assert "der Hub für die Wilstermarsch" in home.text
    assert "Dorfwerk" in home.text
    [css] = re.findall(r'href="([^"]+@@hub-colours.css[^"]+)"', home.text)
    assert "--hub-sea:#6b2d5c;" in visitor.get(css.replace("&amp;", "&")).text
    about = visitor.get(f"{wilster}/angebote/ueberblick").text
    assert "Amt Wilstermarsch" in about
    assert "Unser Thema heißt „Leben hinterm Deich“." in about


def found_in(text):
    """Return the words around what tells of the other hub."""
    return [text[max(hit.start() - 60, 0) : hit.end() + 30] for hit in OLDENBURG.finditer(text)]


def test_the_first_hub_stays_as_it_was(portal):
    assert (registry.read("kommunalhub.brand_name"), operations.brand.stylesheet_urls("")) == (
        *("Digital Hub", []),
    )


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ({"kommunalhub.no_such_thing": 1}, "there is no setting kommunalhub.no_such_thing"),
        ({"kommunalhub.trash_days": "soon"}, "kommunalhub.trash_days cannot be 'soon'"),
    ],
)
def test_a_setting_that_cannot_be_is_told(portal, setting, said):
    table = operations.read_file(WILSTER)
    with pytest.raises(rules.WrongAnswers, match=said), as_builder(portal):
        operations.give(rules.read(table | {"settings": setting}))


def test_no_file_is_told(tmp_path):
    with pytest.raises(rules.WrongAnswers, match="cannot be read"):
        operations.read_file(tmp_path / "missing.toml")
