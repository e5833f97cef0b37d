"""Layers only: a German site with kommunalhub installed."""

from kommunalhub.core.acting import as_builder
from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PLONE_FIXTURE
from plone.app.testing import PloneSandboxLayer
from plone.app.testing import ploneSite
from plone.testing import Layer
from plone.testing import zodb
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


class ContentLayer(Layer):
    """Content on top of a site, made once and kept: laying it on again takes no time.

    Such layers lie on top of the others for as long as they are set up: every test sees what they
    made. tests/conftest.py sets them up for one module at a time.
    """

    database = None

    def setUp(self):
        if self.database is not None:
            self["zodbDB"] = self.database
            return
        self["zodbDB"] = zodb.stackDemoStorage(self["zodbDB"], name=self.__name__)
        try:
            with ploneSite() as portal, as_builder(portal):
                self.make(portal)
                # Here and now: without the site, which the layer forgets, all is lost.
                transaction.commit()
        except Exception:
            del self["zodbDB"]
            raise
        self.database = self["zodbDB"]

    def tearDown(self):
        del self["zodbDB"]


class BuiltLayer(ContentLayer):
    """A hub with its sections and pages, nothing in them."""

    def make(self, portal):
        from kommunalhub.site import structure

        structure.build(portal)


class DemoLayer(ContentLayer):
    """A hub with the demo's people and work; takes some 20 seconds, once in a process."""

    def make(self, portal):
        from kommunalhub.site import demo

        demo.build(portal, progress=lambda line: None)


FIXTURE = KommunalhubLayer()
BUILT_FIXTURE = BuiltLayer(bases=(FIXTURE,), name="kommunalhub:Built")
DEMO_FIXTURE = DemoLayer(bases=(BUILT_FIXTURE,), name="kommunalhub:Demo")
INTEGRATION_TESTING = IntegrationTesting(bases=(FIXTURE,), name="kommunalhub:Integration")
FUNCTIONAL_TESTING = FunctionalTesting(
    bases=(FIXTURE, WSGI_SERVER_FIXTURE), name="kommunalhub:Functional"
)
