"""@text-blocks of a section; an offer registers these classes for its own."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import number_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.restapi.body import texts_of
from kommunalhub.core.restapi.body import wrong
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.core.textblocks import operations
from kommunalhub.core.textblocks import rules
from kommunalhub.core.textblocks.shelves import shelf_at
from kommunalhub.core.vocabularies import titles_of
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.batching import HypermediaBatch
from zExceptions import Forbidden
from zExceptions import NotFound
from zope.interface import alsoProvides


class BlockService(NumberInPath, OwnService):
    """What the services share."""

    @cached_property
    def shelf(self):
        return shelf_at(self.context)

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@text-blocks"

    def require_keeper(self):
        """Raise Forbidden for who may not keep the blocks of this shelf."""
        if not self.shelf.may_keep():
            raise Forbidden("@text-blocks")

    def one(self):
        try:
            return operations.get(self.shelf, self.number)
        except KeyError as error:
            raise NotFound(str(self.number)) from error

    def item(self, block):
        return {
            "@id": f"{self.url}/{block.number}",
            "number": block.number,
            "title": block.title,
            "text": block.text,
            "topics": list(block.topics),
            "changed": block.changed.isoformat(),
        }

    def values(self):
        data = body_of(self.request)
        found = {name: text_of(data, name, self.request) for name in ("title", "text")}
        if data.get("topics"):
            topics = texts_of(data, "topics", rules.MOST_TOPICS, self.request)
            if not titles_of(self.shelf.topics).keys() >= set(topics):
                message = _(
                    "error_one_of",
                    default="This must be one of: ${values}.",
                    mapping={"values": ", ".join(titles_of(self.shelf.topics))},
                )
                raise wrong("topics", message, self.request)
            found["topics"] = set(topics)
        return found

    def save(self, values):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            return self.item(operations.save(self.shelf, self.number, values))
        except operations.Wrong as error:
            return refused(error.errors, self.request)


class BlocksGet(BlockService):
    """GET `q`, `topic`: {items, items_total, batching}; with a number one of them."""

    def answer(self):
        if not self.shelf.may_read():
            raise NotFound("@text-blocks")
        if self.number is not None:
            return self.item(self.one())
        number_of(self.request, "b_size", 25, least=1)
        number_of(self.request, "b_start", 0, least=0)
        asked = [self.request.form.get(name) for name in ("q", "topic")]
        text, topic = (one[: rules.LONGEST_QUERY] if isinstance(one, str) else "" for one in asked)
        batch = HypermediaBatch(self.request, operations.find(self.shelf, text, topic))
        answer = {
            "@id": batch.canonical_url,
            "items": [self.item(block) for block in batch],
            "items_total": batch.items_total,
        }
        return answer | ({"batching": batch.links} if batch.links else {})


class BlocksPost(BlockService):
    """POST {title, text, topics}: 201 with the block; 400 with errors."""

    def answer(self):
        self.require_keeper()
        if self.number is not None:
            raise NotFound(str(self.number))
        answer = self.save(self.values())
        if "number" in answer:
            self.request.response.setStatus(201)
        return answer


class BlocksPatch(BlockService):
    """PATCH with a number, any of the fields: 200 with the block."""

    def answer(self):
        self.require_keeper()
        block = self.one()
        sent = body_of(self.request)
        before = {"title": block.title, "text": block.text, "topics": block.topics}
        values = {name: value for name, value in self.values().items() if name in sent}
        if sent.get("topics") == []:
            values["topics"] = set()
        return self.save(before | values)


class BlocksDelete(BlockService):
    """DELETE with a number: 204; 404."""

    def answer(self):
        self.require_keeper()
        self.one()
        alsoProvides(self.request, IDisableCSRFProtection)
        operations.delete(self.shelf, self.number)
        return self.reply_no_content()
