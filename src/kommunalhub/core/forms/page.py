"""The page around a form of ours.

A form with an editor stands on a page of Plone's, for the editor's sake; all others in our own
frame.
"""

from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.browser.parts import parts_of
from kommunalhub.core.forms.interfaces import IHubFormPage
from plone import api
from plone.z3cform.layout import FormWrapper
from Products.CMFCore.interfaces import ISiteRoot
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from zope.interface import implementer

import json


#: The header with which our script sends a form, and wants to be told where to go on.
BY_SCRIPT = "X-Hub-Form"


@implementer(IHubFormPage)
class HubFormPage(FormWrapper):
    """The page of a form; `form` is the form's class."""

    own_page = ViewPageTemplateFile("templates/page.pt")
    plones_page = ViewPageTemplateFile("templates/plonepage.pt")

    def __call__(self):
        self.update()
        response = self.request.response
        leads_on = response.getStatus() in (302, 303)
        if leads_on and self.request.getHeader(BY_SCRIPT):
            # A script would follow by itself, and the messages for the next page were gone.
            location = response.getHeader("Location")
            response.setStatus(200, lock=True)
            response.headers.pop("location", None)
            response.setHeader("Content-Type", "application/json")
            return json.dumps({"location": location})
        return self.render()

    def render(self):
        if self.request.response.getStatus() in (302, 303):
            return ""
        return self.plones_page() if self.form_instance.needs_plone else self.own_page()

    @property
    def label(self):
        return self.form_instance.label

    @property
    def failed(self):
        return bool(self.form_instance.problems)

    def trail(self):
        """Return the way to the form: dicts {title, url}."""
        if ISiteRoot.providedBy(self.context):
            return []
        parts = parts_of(self.context, self.request)
        return [*parts.crumbs(), *parts.here()]

    def static(self, name):
        return static_url(name, api.portal.get().absolute_url())

    def say(self, message, kind="info"):
        IStatusMessage(self.request).add(message, type=kind)


class SettingsPage(HubFormPage):
    """The page of a form among the settings of the site."""

    def trail(self):
        return parts_of(self.context, self.request).settings()


def page_of(form, page=HubFormPage):
    """Return the page of a form."""
    return type(f"{form.__name__}Page", (page,), {"form": form, "__doc__": form.__doc__})
