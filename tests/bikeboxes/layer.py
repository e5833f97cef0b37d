"""A hub with the offer beside its own."""

from kommunalhub.core.acting import as_builder
from kommunalhub.site import structure
from kommunalhub.site.demo import people
from plone.app.testing import applyProfile
from plone.app.testing import PloneSandboxLayer

import bikeboxes


class Layer(PloneSandboxLayer):
    """With its sections and the demo's people."""

    def setUpZope(self, app, configurationContext):
        self.loadZCML(package=bikeboxes)

    def setUpPloneSite(self, portal):
        applyProfile(portal, "bikeboxes:default")
        with as_builder(portal):
            structure.build(portal)
            self.bring_people(portal)

    def bring_people(self, portal):
        people.build(portal)


class EmptyLayer(Layer):
    """With its sections alone: whoever comes brings people."""

    def bring_people(self, portal):
        pass
