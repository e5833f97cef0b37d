"""POST and PATCH of content: what the form does not offer to this person is answered with 400.

Clients send back whole objects as GET gave them, and name what a form would have set by itself. So
a value that is not offered passes as long as it is what is stored, or would be: it is dropped, as
are the values that plone.restapi computes.
"""

from kommunalhub import _
from kommunalhub.core.validation import DeserializeWithFields
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.fields import offered
from kommunalhub.security.ids.interfaces import INamedByHouse
from kommunalhub.security.ids.interfaces import NAMED_BY_HOUSE
from plone.dexterity.interfaces import IDexterityContent
from plone.dexterity.utils import iterSchemata
from plone.restapi.bbb import IPloneSiteRoot
from plone.restapi.deserializer import json_body
from plone.restapi.interfaces import IDeserializeFromJson
from plone.restapi.interfaces import IFieldSerializer
from plone.restapi.interfaces import ISerializeToJson
from zExceptions import BadRequest
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.i18n import translate
from zope.interface import implementer
from zope.schema import getFields


NOT_OFFERED = _(
    "error_field_not_offered",
    default="This cannot be set here: the form does not offer it to you.",
)
NO_LAYOUT = _("error_layout", default="This page cannot be shown in that way.")

#: Beside the fields: what a client may mean to change. All other keys of an answer are computed.
MEANT = frozenset(
    {"@id", "@type", "id", "UID", "allow_discussion", "layout", "parent", "review_state"}
)
#: What plone.restapi's service reads for itself when it makes something.
MAKING = frozenset({"@type", "id"})
ORDERING = frozenset({"ordering", "sort"})
ABSENT = object()


class OfferedFields(DeserializeWithFields):
    """plone.restapi's deserialiser, given only what the person could change in the browser."""

    def __call__(self, validate_all=False, data=None, create=False, mask_validation_errors=True):
        if data is None:
            data = json_body(self.request)
        data = self.accepted(data, create)
        # A resumable upload makes a file without asking for a title; a case must be whole.
        whole = validate_all or (create and INamedByHouse.providedBy(self.context))
        return super().__call__(whole, data, create, mask_validation_errors)

    def accepted(self, data, create):
        """Return what of the data may be written; BadRequest names all that may not."""
        shown = offered.fields_of_form(self.context, self.request, create)
        stored = Stored(self.context, self.request, create)
        taken, errors = {}, []
        for name, value in data.items():
            refusal = None
            if create and name in MAKING:
                if name == "id" and INamedByHouse.providedBy(self.context):
                    refusal = NAMED_BY_HOUSE
            elif name == "layout":
                if create or stored.differs(name, value):
                    taken[name] = value
                    allowed = isinstance(value, str) and value in offered.layouts_of(self.context)
                    refusal = None if allowed else NO_LAYOUT
            elif name in shown or (
                name in ORDERING and not create and offered.may_order(self.context)
            ):
                taken[name] = value
            elif stored.differs(name, value):
                refusal = NOT_OFFERED
            if refusal is not None:
                errors.append(
                    {
                        "field": name,
                        "message": translate(refusal, context=self.request),
                        "error": "ValidationError",
                    }
                )
        if errors:
            raise BadRequest(errors)
        return taken


@implementer(IDeserializeFromJson)
@adapter(IDexterityContent, IKommunalhubLayer)
class ContentFields(OfferedFields):
    """For everything that lies in the site."""


@implementer(IDeserializeFromJson)
@adapter(IPloneSiteRoot, IKommunalhubLayer)
class SiteFields(OfferedFields):
    """For the site itself; plone.restapi has a deserialiser of its own for it."""


class Stored:
    """What GET answers for a thing, asked only when it is needed."""

    def __init__(self, context, request, creating):
        self.context = context
        self.request = request
        self.creating = creating
        self._answer = None

    def differs(self, name, value):
        """Say whether a client that sends this value means to change something."""
        if self.creating:
            return _spelled(self._default(name)) != _spelled(value)
        answer = self.answer
        if name in MEANT and name in answer:
            return _plain(name, answer[name]) != _plain(name, value)
        if name in self._fields():
            return _spelled(answer.get(name, ABSENT)) != _spelled(value)
        return name not in answer and not name.startswith("@")

    @property
    def answer(self):
        if self._answer is None:
            self._answer = getMultiAdapter((self.context, self.request), ISerializeToJson)()
        return self._answer

    def _default(self, name):
        """Return what a field of something new holds, as GET would say it."""
        field = self._fields().get(name)
        if field is None:
            return ABSENT
        return getMultiAdapter((field, self.context, self.request), IFieldSerializer)()

    def _fields(self):
        found = {}
        for schema in iterSchemata(self.context):
            found.update(getFields(schema))
        return found


def _plain(name, value):
    """Return the part of a value that says which thing is meant."""
    return value.get("@id") if name == "parent" and isinstance(value, dict) else value


def _spelled(value):
    """Return a value with choices by their tokens: GET names them with titles, clients need not."""
    if isinstance(value, list):
        return [_spelled(one) for one in value]
    if isinstance(value, dict) and {"token"} <= set(value) <= {"token", "title"}:
        return value["token"]
    return value
