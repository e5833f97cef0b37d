"""GET, POST and DELETE @trash: what was deleted, for who writes for the administration."""

from functools import cached_property
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import number_of
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.restapi.body import wrong
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.core.tools import tool
from kommunalhub.editorial.trash import looking
from kommunalhub.editorial.trash import operations
from kommunalhub.editorial.trash import rules
from kommunalhub.partners.membership import partner_ids
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.batching import HypermediaBatch
from zExceptions import NotFound
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


LONGEST_QUERY = 200
LONGEST_ADDRESS = 2000


@implementer(IPublishTraverse)
class TrashService(OwnService):
    """What the services share; the key of one thing may follow in the address."""

    key = None

    def publishTraverse(self, request, name):
        if self.key is not None or not rules.is_key(name):
            raise NotFound(name)
        self.key = name
        return self

    @property
    def url(self):
        return f"{self.portal.absolute_url()}/@trash"

    @cached_property
    def facts(self):
        """What is told of the thing that the address names; NotFound for all else."""
        if self.key is None:
            raise NotFound("@trash")
        try:
            return looking.told(self.key)
        except KeyError as error:
            raise NotFound(self.key) from error

    def item(self, key, facts):
        until = rules.kept_until(facts.deleted, operations.days())
        return {
            "@id": f"{self.url}/{key}",
            "key": key,
            "UID": facts.uid,
            "title": facts.title,
            "@type": facts.portal_type,
            "path": f"/{facts.path}",
            "partner": facts.partner,
            "count": facts.count,
            "deleted": facts.deleted.isoformat(timespec="seconds"),
            "deleted_by": facts.by or None,
            "until": until.isoformat(timespec="seconds"),
        }


class TrashGet(TrashService):
    """GET `q`, `partner`: {items, items_total, batching}; with a key one of them."""

    def answer(self):
        if not looking.may_look():
            raise NotFound("@trash")
        if self.key is not None:
            return self.item(self.key, self.facts)
        number_of(self.request, "b_size", 25, least=1)
        number_of(self.request, "b_start", 0, least=0)
        asked = [self.request.form.get(name) for name in ("partner", "q")]
        partner, text = (one[:LONGEST_QUERY] if isinstance(one, str) else "" for one in asked)
        found = looking.listed(partner if partner in partner_ids() else "", text.strip())
        batch = HypermediaBatch(self.request, found)
        answer = {
            "@id": batch.canonical_url,
            "items": [self.item(key, facts) for key, facts in batch],
            "items_total": batch.items_total,
        }
        return answer | ({"batching": batch.links} if batch.links else {})


class TrashPost(TrashService):
    """POST with a key, {place: address or path}: 200 with what is back; 409 where it cannot."""

    def answer(self):
        facts, place = self.facts, self.place()
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            back = operations.bring_back(self.key, place)
        except operations.PlaceGone as error:
            return self.refuse(error, 409)
        except operations.NotHere as error:
            raise wrong("place", error.args[0], self.request) from error
        return {
            "@id": back.absolute_url(),
            "@type": facts.portal_type,
            "UID": facts.uid,
            "title": facts.title,
            "review_state": tool("portal_workflow").getInfoFor(back, "review_state", None),
        }

    def place(self):
        """Return the folder that was named, None where none was."""
        address = text_of(body_of(self.request), "place", self.request)
        if not address:
            return None
        path = address[:LONGEST_ADDRESS].removeprefix(self.portal.absolute_url()).strip("/")
        found = self.portal.portal_catalog(
            path={"query": "/".join((*self.portal.getPhysicalPath(), path)), "depth": 0},
            portal_type="Folder",
        )
        if not path:
            return self.portal
        if not found:
            raise wrong("place", operations.NOT_HERE, self.request)
        return found[0].getObject()

    def refuse(self, error, status):
        self.request.response.setStatus(status)
        return {"type": "Conflict", "message": self.said(error.args[0])}


class TrashDelete(TrashService):
    """DELETE with a key: 204, deleted for good."""

    def answer(self):
        if self.facts is not None:
            alsoProvides(self.request, IDisableCSRFProtection)
            operations.throw_away(self.key)
        return self.reply_no_content()
