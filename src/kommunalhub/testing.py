"""Layers only: a German site with kommunalhub installed."""

from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PLONE_FIXTURE
from plone.app.testing import PloneSandboxLayer
from plone.testing.zope import WSGI_SERVER_FIXTURE
import os


class KommunalhubLayer(PloneSandboxLayer):
    """Plone with the add-on's profile, without any content."""

    defaultBases = (PLONE_FIXTURE,)

    def setUpZope(self, app, configurationContext):
        import kommunalhub

        os.environ["zope_i18n_compile_mo_files"] = "1"  # read while the ZCML is loaded
        self.loadZCML(package=kommunalhub)

    def setUpPloneSite(self, portal):
        api.portal.set_registry_record("plone.available_languages", ["de"])
        api.portal.set_registry_record("plone.default_language", "de")
        applyProfile(portal, "kommunalhub:default")
        # plone.app.testing's SITE_OWNER is an account of the Zope root, which a site keeps out.
        api.portal.set_registry_record("kommunalhub.security.root_basic_auth", True)


FIXTURE = KommunalhubLayer()
INTEGRATION_TESTING = IntegrationTesting(bases=(FIXTURE,), name="kommunalhub:Integration")
FUNCTIONAL_TESTING = FunctionalTesting(
    bases=(FIXTURE, WSGI_SERVER_FIXTURE), name="kommunalhub:Functional"
)
