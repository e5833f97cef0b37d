"""Layers only: a German site with kommunalhub installed."""

from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PLONE_FIXTURE
from plone.app.testing import PloneSandboxLayer
from plone.testing.zope import WSGI_SERVER_FIXTURE


class KommunalhubLayer(PloneSandboxLayer):
    """Plone with the add-on's profile, without any content."""

    defaultBases = (PLONE_FIXTURE,)

    def setUpZope(self, app, configurationContext):
        import kommunalhub

        self.loadZCML(package=kommunalhub)

    def setUpPloneSite(self, portal):
        applyProfile(portal, "kommunalhub:default")


FIXTURE = KommunalhubLayer()
INTEGRATION_TESTING = IntegrationTesting(bases=(FIXTURE,), name="kommunalhub:Integration")
FUNCTIONAL_TESTING = FunctionalTesting(
    bases=(FIXTURE, WSGI_SERVER_FIXTURE), name="kommunalhub:Functional"
)
