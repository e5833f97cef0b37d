"""Uninstalling leaves Plone as it was, with the pages people wrote."""

from io import BytesIO
from kommunalhub.core.acting import as_builder
from kommunalhub.site import structure
from kommunalhub.site.leaving.cases import with_cases
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.base.utils import get_installer
from plone.browserlayer.utils import registered_layers
from plone.distribution.api import site as site_api
from zExceptions import BadRequest
from zope.component.hooks import setSite
from zope.configuration import xmlconfig

import plone.classicui
import pytest
import re
import requests
import tarfile
import transaction


#: What kommunalhub:default brings along and leaves behind.
DEPENDENCIES = (
    "plone.app.caching:default",
    "plone.app.iterate:default",
    "plone.app.theming:default",
    "plone.restapi:default",
)
#: Some fields have the moment of the export as their default.
MOMENT = re.compile(r"<default>\d{4}-\d\d-\d\d ")


@pytest.fixture
def plain(functional):
    """Return a site as Plone's own distribution makes it."""
    setSite(None)
    login(functional["app"], SITE_OWNER_NAME)
    xmlconfig.file("configure.zcml", plone.classicui, functional["configurationContext"])
    answers = {"site_id": "plain", "title": "Plain", "setup_content": False}
    portal = site_api.create(functional["app"], "classic", answers)
    setSite(portal)
    for profile in DEPENDENCIES:
        portal.portal_setup.runAllImportStepsFromProfile(f"profile-{profile}")
    yield portal
    setSite(None)


def settings_of(portal):
    """Return the lines of every file in which GenericSetup writes the site's settings."""
    exported = portal.portal_setup.runAllExportSteps()["tarball"]
    with tarfile.open(fileobj=BytesIO(exported)) as archive:
        files = {
            member.name: archive.extractfile(member).read().decode("utf-8", "replace")
            for member in archive
            if member.isfile()
        }
    return {
        name: [line for line in text.splitlines() if not MOMENT.search(line)]
        for name, text in files.items()
        if name.endswith(".xml")
    }


def differences(before, after):
    """Return every line that one of the two has and the other has not."""
    lines = []
    for name in sorted({*before, *after}):
        old, new = before.get(name, []), after.get(name, [])
        lines += [f"{name}: - {line.strip()}" for line in old if line not in new]
        lines += [f"{name}: + {line.strip()}" for line in new if line not in old]
    return lines


def make_content(portal):
    with as_builder(portal):
        structure.build(portal)
        area = portal["partner"]["malente"]
        for name, state in (("seite", "public"), ("skizze", "draft"), ("intern", "internal")):
            if name in area:
                continue
            api.content.create(area, "Document", name, title=name.title())
            api.content.transition(area[name], to_state=state)
        folder = portal["foerderung"]["beratungen"]["malente"]
        api.content.create(folder, "FundingConsultation", title="Neues Dach")


def test_uninstalling_leaves_plone_as_it_was(functional, plain):
    before = settings_of(plain)
    installer = get_installer(plain)
    assert installer.install_product("kommunalhub")
    make_content(plain)
    cases = [brain.getPath() for brain in api.content.find(portal_type="FundingConsultation")]
    assert len(cases) == 1

    with pytest.raises(BadRequest, match="kommunalhub remove --with-cases"):
        installer.uninstall_product("kommunalhub")
    assert installer.is_product_installed("kommunalhub")
    assert len(api.content.find(portal_type="FundingConsultation")) == 1
    with with_cases():
        assert installer.uninstall_product("kommunalhub")

    assert not installer.is_product_installed("kommunalhub")
    assert differences(before, settings_of(plain)) == []
    assert "IKommunalhubLayer" not in [layer.__name__ for layer in registered_layers()]
    catalog = plain.portal_catalog
    assert not catalog.unrestrictedSearchResults(portal_type="FundingConsultation")
    assert "foerderung" not in plain
    area = plain["partner"]["malente"]
    states = {name: api.content.get_state(area[name]) for name in ("seite", "skizze", "intern")}
    assert states == {"seite": "published", "skizze": "private", "intern": "private"}

    transaction.commit()
    url = f"http://localhost:{functional['port']}/plain"
    status = {
        path: requests.get(url + path).status_code
        for path in ("", "/login", "/@@search?SearchableText=seite", "/partner/malente/seite")
    }
    assert status == dict.fromkeys(status, 200)
    assert "/login?" in requests.get(url + "/partner/malente/skizze").url
    assert "kommunalhub" not in requests.get(url).text


def test_a_site_can_be_a_hub_again(functional, plain):
    installer = get_installer(plain)
    assert installer.install_product("kommunalhub")
    make_content(plain)
    with with_cases():
        assert installer.uninstall_product("kommunalhub")
    assert installer.install_product("kommunalhub")
    make_content(plain)
    assert len(api.content.find(portal_type="FundingConsultation")) == 1
