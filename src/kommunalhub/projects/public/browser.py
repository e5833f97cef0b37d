"""`projekte/@@projekt/<id>`: the public page of a project; its release and its preview."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.browser.parts import parts_of
from kommunalhub.projects import workflow
from kommunalhub.projects.book import storage
from kommunalhub.projects.interfaces import IProject
from kommunalhub.projects.public import operations
from kommunalhub.projects.public import rules
from kommunalhub.projects.public.shown import Shown
from plone import api
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class PublicProject(BrowserView):
    """Reads a card on the section and nothing of the project."""

    id = None
    is_preview = False

    def publishTraverse(self, request, name):
        if self.id is not None:
            raise NotFound(name)
        self.id = name
        return self

    def __call__(self):
        if self.card is None:
            raise NotFound(self.id or self.__name__)
        return self.index()

    @cached_property
    def card(self):
        found = operations.cards_of(self.context).get(self.id)
        return Shown(self.id, found) if found is not None else None

    def way(self):
        return parts_of(self.context, self.request).here()

    def inside(self):
        """Return the address of the page for the partners, for who may see it."""
        project = self.context.get(self.id) if not asking.is_anonymous() else None
        seen = IProject.providedBy(project) and asking.may("View", project)
        return project.absolute_url() if seen else None


class Preview(BrowserView):
    """@@oeffentliche-vorschau of a project: what the public would read if it was released now."""

    is_preview = True

    @cached_property
    def card(self):
        return Shown(self.context.getId(), operations.card_of(self.context))

    def way(self):
        parts = parts_of(self.context, self.request)
        return [*parts.crumbs(), *parts.here()]

    def inside(self):
        return self.context.absolute_url()


class PublicPart(BrowserView):
    """@@project-public: what the page for the partners says of the public page."""

    @cached_property
    def released(self):
        return storage.book_of(self.context).released

    @property
    def url(self):
        return self.context.absolute_url()

    @property
    def public_url(self):
        section = "/".join(self.url.split("/")[:-1])
        return f"{section}/@@projekt/{self.context.getId()}"

    def may_publish(self):
        return asking.may(workflow.PUBLISH, self.context)

    def changed(self):
        """Return the titles of what says something else now than what was released."""
        names = rules.changed(self.released, operations.values_of(self.context))
        titles = [IProject[name].title for name in names]
        return ", ".join(api.portal.translate(title) for title in titles)

    @property
    def token(self):
        return createToken()


class Release(BrowserView):
    """@@projekt-oeffentlich: releases the public page, or takes it back."""

    def __call__(self):
        if self.request.method != "POST":
            return self.request.response.redirect(self.context.absolute_url(), status=303)
        check_authenticator(self.request)
        if self.request.form.get("act") == "take_back":
            operations.take_back(self.context)
            self.say(
                _("message_public_taken_back", default="The public page is gone."),
            )
        else:
            try:
                operations.release(self.context)
            except operations.NotReleased as refusal:
                self.say(refusal.args[0], "error")
            else:
                self.say(_("message_public_released", default="The public page is released."))
        url = f"{self.context.absolute_url()}#oeffentlich"
        return self.request.response.redirect(url, status=303)

    def say(self, message, kind="info"):
        api.portal.show_message(message, self.request, type=kind)
