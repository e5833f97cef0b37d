"""Layers only: a German site with kommunalhub installed."""

from kommunalhub.core.acting import as_builder
from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PLONE_FIXTURE
from plone.app.testing import PloneSandboxLayer
from plone.testing.zope import WSGI_SERVER_FIXTURE

import os
import transaction


class KommunalhubLayer(PloneSandboxLayer):
    """Plone with the add-on's profile, without any content."""

    defaultBases = (PLONE_FIXTURE,)

    def setUpZope(self, app, configurationContext):
        import kommunalhub

        os.environ["zope_i18n_compile_mo_files"] = "1"  # noqa: SIM112
        os.environ["KOMMUNALHUB_DELIVERY"] = "tick"  # no thread of ours in the way of tear-downs
        os.environ["KOMMUNALHUB_MEMORY_MB"] = "0"  # no browser starts within a limit of addresses
        self.loadZCML(package=kommunalhub)

    def setUpPloneSite(self, portal):
        api.portal.set_registry_record("plone.available_languages", ["de"])
        api.portal.set_registry_record("plone.default_language", "de")
        applyProfile(portal, "kommunalhub:default")
        # plone.app.testing's SITE_OWNER is an account of the Zope root, which a site keeps out.
        api.portal.set_registry_record("kommunalhub.security.root_basic_auth", True)


class BuiltLayer(PloneSandboxLayer):
    """A hub with its sections and pages, nothing in them.

    This layer and the next lie on top of the others for as long as they are set up: every test
    sees what they made. tests/conftest.py sets them up for one module at a time.
    """

    def setUpPloneSite(self, portal):
        from kommunalhub.site import structure

        with as_builder(portal):
            structure.build(portal)


class DemoLayer(PloneSandboxLayer):
    """A hub with the demo's people and work; takes some 20 seconds."""

    def setUpPloneSite(self, portal):
        from kommunalhub.site import demo

        with as_builder(portal):
            demo.build(portal, progress=lambda line: None)
        # Here and now: without the site, which the layer forgets before it commits, all is lost.
        transaction.commit()


FIXTURE = KommunalhubLayer()
BUILT_FIXTURE = BuiltLayer(bases=(FIXTURE,), name="kommunalhub:Built")
DEMO_FIXTURE = DemoLayer(bases=(BUILT_FIXTURE,), name="kommunalhub:Demo")
INTEGRATION_TESTING = IntegrationTesting(bases=(FIXTURE,), name="kommunalhub:Integration")
FUNCTIONAL_TESTING = FunctionalTesting(
    bases=(FIXTURE, WSGI_SERVER_FIXTURE), name="kommunalhub:Functional"
)
