"""Plone's pages of one's own settings, without choices that change nothing.

The hub speaks German and shows all times in Europe/Berlin, whatever somebody chooses.
"""

from plone.app.users.browser.personalpreferences import PersonalPreferencesConfiglet
from plone.app.users.browser.personalpreferences import PersonalPreferencesPanel
from plone.base import PloneMessageFactory as _plone


WITHOUT_EFFECT = ("language", "timezone")
SITE_DEFAULT = _plone("vocabulary-available-editor-novalue", default="Use site default")


class _WhatWorks:
    """Leaves out the fields without effect."""

    def updateFields(self):
        super().updateFields()
        self.fields = self.fields.omit(*WITHOUT_EFFECT)

    def updateWidgets(self):
        """As Plone does, which asks for the choice of a language without looking."""
        super(PersonalPreferencesPanel, self).updateWidgets()
        self.widgets["wysiwyg_editor"].noValueMessage = SITE_DEFAULT


class HubPreferences(_WhatWorks, PersonalPreferencesPanel):
    """@@personal-preferences."""


class HubUserPreferences(_WhatWorks, PersonalPreferencesConfiglet):
    """@@user-preferences: those of somebody else, for who manages accounts."""
