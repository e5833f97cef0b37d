"""Our German is taken before Plone's, on pages and in what scripts ask for."""

from gettext import GNUTranslations
from kommunalhub.core.translations import put_first
from pathlib import Path
from plone import api
from zope.component import getGlobalSiteManager
from zope.i18n import translate
from zope.i18n.interfaces import ITranslationDomain

import json
import kommunalhub
import plone.app.locales
import pytest
import re


OURS = Path(kommunalhub.__file__).parent / "locales"
PLONES = Path(plone.app.locales.__file__).parent / "locales"


def catalogues(domain):
    """Return the catalogues of a domain in German, in the order in which they are asked."""
    utility = getGlobalSiteManager().getUtility(ITranslationDomain, domain)
    return [Path(file) for file in utility.getCatalogsInfo()["de"]]


@pytest.mark.parametrize("domain", ["plone", "widgets", "cmfeditions"])
def test_ours_is_asked_first(integration, domain):
    first, *others = catalogues(domain)
    assert OURS in first.parents
    assert any(PLONES in other.parents for other in others)


def test_what_both_know_is_said_as_we_say_it(integration):
    assert translate("Users", domain="plone", target_language="de") == "Personen"
    assert translate("Add", domain="plone", target_language="de") == "Hinzufügen"  # Plone's alone


def test_scripts_are_told_the_same(integration):
    request = integration["request"]
    api.content.get_view("plonejsi18n", integration["portal"], request)("widgets", "de")
    assert json.loads(request.response.body)["Browse"] == "Durchsuchen"


def test_the_order_of_the_others_stays(integration):
    before = catalogues("plone")
    put_first(PLONES)
    try:
        assert catalogues("plone") == sorted(before, key=lambda file: PLONES not in file.parents)
        assert catalogues("plone") != before
    finally:
        put_first(OURS)
    assert catalogues("plone") == before


#: Slips of Plone's German catalogues; another one that is found is added here and mended.
SLIPS = re.compile(
    r"\b(das selbe|daß|mit einen|zum zum|Punkten der)\b|\bUm die \S+ einen Inhalts\b"
    r"|Addresse|Umbennen|Inhlate|auschließ|Standart|vehinder|hochgrading|standardmässig|Benutzter"
)


@pytest.mark.parametrize("domain", ["plone", "widgets", "cmfeditions"])
def test_no_slip_of_plones_german_is_left(integration, domain):
    utility = getGlobalSiteManager().getUtility(ITranslationDomain, domain)
    known = {}
    for file in reversed(catalogues(domain)):
        with file.open("rb") as catalogue:
            known |= GNUTranslations(catalogue)._catalog
    said = {name: utility.translate(name, target_language="de") for name in known if name}
    assert len(said) > 40
    assert {name: text for name, text in said.items() if SLIPS.search(text)} == {}
