"""GET, POST, PATCH and DELETE @saved-searches: the saved searches of who is signed in."""

from kommunalhub import _
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.restapi.body import wrong
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.search.saved import operations
from kommunalhub.search.saved.storage import searches_of
from plone.protect.interfaces import IDisableCSRFProtection
from zExceptions import NotFound
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class SavedService(OwnService):
    """What the services share; `id` of one search may follow in the address."""

    id = None

    def publishTraverse(self, request, name):
        if self.id is not None:
            raise NotFound(name)
        self.id = name
        return self

    @property
    def url(self):
        return f"{self.portal.absolute_url()}/@saved-searches"

    def mine(self):
        """Return the search that the address names; NotFound for none of this person's."""
        saved = operations.get(self.portal, self.userid, self.id) if self.id else None
        if saved is None:
            raise NotFound(self.id or "@saved-searches")
        return saved

    def item(self, saved, new):
        return {
            "@id": f"{self.url}/{saved.id}",
            "id": saved.id,
            "title": saved.title,
            "q": saved.text,
            "facets": {name: list(values) for name, values in saved.chosen.items()},
            "sort": saved.sort,
            "paused": saved.is_paused,
            "created": saved.created.isoformat(timespec="seconds"),
            "new": new,
            "link": f"{self.portal.absolute_url()}/@@search?{saved.address}",
        }

    def items(self, found):
        counts = operations.new_counts(found)
        return [self.item(saved, counts[saved.id]) for saved in found]


class SavedGet(SavedService):
    """{items: [...]}, or one of them by its id."""

    def answer(self):
        if self.id is not None:
            return self.items([self.mine()])[0]
        found = self.items(searches_of(self.portal, self.userid))
        return {"@id": self.url, "items": found, "items_total": len(found)}


class SavedPost(SavedService):
    """{q, facets: {name: [values]}, sort, title}: 201 with the search; the same is kept once."""

    def answer(self):
        if self.id is not None:
            raise NotFound(self.id)
        data = body_of(self.request)
        texts = {name: text_of(data, name, self.request) for name in ("q", "sort", "title")}
        facets = data.get("facets") or {}
        if not isinstance(facets, dict) or not all(map(_are_texts, facets.values())):
            message = _("error_facets_expected", default="This must be lists of texts by filter.")
            raise wrong("facets", message, self.request)
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            saved = operations.save(
                self.portal, self.userid, texts["q"], facets, texts["sort"], texts["title"]
            )
        except operations.NotSaved as error:
            raise wrong(error.field, error.message, self.request) from error
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", f"{self.url}/{saved.id}")
        return self.items([saved])[0]


class SavedPatch(SavedService):
    """Any of {title, paused, seen: true}."""

    def answer(self):
        saved, data = self.mine(), body_of(self.request)
        for name in data:
            if name not in ("title", "paused", "seen"):
                message = _("error_unknown_field", default="There is no such setting.")
                raise wrong(name, message, self.request)
        for name in ("paused", "seen"):
            if name in data and not isinstance(data[name], bool):
                message = _("error_yes_or_no", default="This must be true or false.")
                raise wrong(name, message, self.request)
        title = text_of(data, "title", self.request)
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            if "title" in data:
                operations.rename(saved, title)
        except operations.NotSaved as error:
            raise wrong(error.field, error.message, self.request) from error
        if "paused" in data:
            operations.pause(saved, data["paused"])
        if data.get("seen"):
            operations.see(saved)
        return self.items([saved])[0]


class SavedDelete(SavedService):
    """204, or 404 for what is not this person's."""

    def answer(self):
        saved = self.mine()
        # No form of another site can send this method.
        alsoProvides(self.request, IDisableCSRFProtection)
        operations.delete(self.portal, self.userid, saved.id)
        return self.reply_no_content()


def _are_texts(values):
    return isinstance(values, list) and all(isinstance(value, str) for value in values)
