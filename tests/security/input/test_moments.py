"""Moments over REST: without an offset they are by the hub's clock, in every field of all types."""

from datetime import datetime
from datetime import UTC
from kommunalhub.core.formatting import BERLIN
from kommunalhub.core.tools import tool
from kommunalhub.core.validation import FieldError
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.input.fields import CarefulMoments
from kommunalhub.security.input.fields import MomentSerializer
from plone.app.dexterity.behaviors.metadata import IPublication
from plone.dexterity.interfaces import IDexterityFTI
from plone.dexterity.utils import createContent
from plone.dexterity.utils import iterSchemataForType
from plone.restapi.interfaces import IFieldDeserializer
from plone.restapi.interfaces import IFieldSerializer
from z3c.form.interfaces import IDataManager
from zope.component import getMultiAdapter
from zope.globalrequest import getRequest
from zope.interface import alsoProvides
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IDatetime

import pytest


#: Some that must be among them: Plone's, of events, of livestreams, of disturbances.
SOME = {
    ("Document", "effective"),
    ("Document", "expires"),
    ("Event", "start"),
    ("Workshop", "end"),
    ("Exhibit", "live_start"),
    ("Disturbance", "starts"),
}
WINTER, SUMMER = "2026-12-01T06:00:00", "2026-07-01T06:00"
#: What is sent, and the moment that it names.
SENT = {
    WINTER: datetime(2026, 12, 1, 5, tzinfo=UTC),
    SUMMER: datetime(2026, 7, 1, 4, tzinfo=UTC),
    "2026-12-01": datetime(2026, 11, 30, 23, tzinfo=UTC),
    "2026-12-01T06:00:00+00:00": datetime(2026, 12, 1, 6, tzinfo=UTC),
    "2026-12-01T06:00:00Z": datetime(2026, 12, 1, 6, tzinfo=UTC),
    "2026-12-01T06:00:00-05:00": datetime(2026, 12, 1, 11, tzinfo=UTC),
    "2026-10-25T02:30:00": datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
}
LEFT_OUT = "2026-03-29T02:30:00"


class Sent:
    """A field of a new thing, written and read as over REST."""

    def __init__(self, kind, field, portal):
        self.thing = createContent(kind, id="ding").__of__(portal)
        self.field = field

    def adapter(self, wanted):
        return getMultiAdapter((self.field, self.thing, getRequest()), wanted)

    def write(self, value):
        found = self.adapter(IFieldDeserializer)(value)
        getMultiAdapter((self.thing, self.field), IDataManager).set(found)

    def read(self):
        return self.adapter(IFieldSerializer)()

    @property
    def kept(self):
        return getMultiAdapter((self.thing, self.field), IDataManager).get()


def fields():
    """Yield (type, field) of all moments of all types of the site."""
    for fti in tool("portal_types").listTypeInfo():
        if IDexterityFTI.providedBy(fti) and fti.getId() != "Plone Site":
            for schema in iterSchemataForType(fti.getId()):
                for _name, field in getFieldsInOrder(schema):
                    if IDatetime.providedBy(field):
                        yield fti.getId(), field


@pytest.fixture
def moments(integration):
    """Return [Sent] of all of them."""
    alsoProvides(integration["request"], IKommunalhubLayer)
    found = [(kind, field) for kind, field in fields() if not field.readonly]
    assert {(kind, field.__name__) for kind, field in found} >= SOME
    return [Sent(kind, field, integration["portal"]) for kind, field in found]


def test_the_hub_is_asked_for_all_of_them(moments):
    assert {type(one.adapter(IFieldDeserializer)) for one in moments} == {CarefulMoments}
    assert {type(one.adapter(IFieldSerializer)) for one in moments} == {MomentSerializer}


def test_without_an_offset_it_is_by_the_clock_of_the_hub_and_what_is_told_comes_back(moments):
    for one in moments:
        name = one.thing.portal_type, one.field.__name__
        for _turn in ("new", "there is one already"):
            for text, moment in SENT.items():
                one.write(text)
                told = one.read()
                assert datetime.fromisoformat(told) == moment, (name, text)
                kept = one.kept
                one.write(told)
                assert (one.kept, one.read()) == (kept, told), (name, text)


def test_what_is_kept_in_utc_without_saying_so_is_told_with_its_offset(moments):
    for one in moments:
        if one.field.interface is IPublication:
            continue
        setattr(one.thing, one.field.__name__, datetime(2026, 12, 1, 5))
        assert one.read() == "2026-12-01T05:00:00+00:00"
        one.write(one.read())
        assert one.kept == datetime(2026, 12, 1, 5)
        one.write(WINTER)
        assert one.kept == datetime(2026, 12, 1, 5)


def test_an_hour_that_the_clock_leaves_out_is_refused_at_the_field(moments):
    for one in moments:
        with pytest.raises(FieldError) as told:
            one.write(LEFT_OUT)
        assert told.value.args[0] == "error_moment_left_out"
        one.write(datetime.fromisoformat("2026-03-29T01:30+00:00").astimezone(BERLIN).isoformat())


def test_none_of_plones_dates_of_publication_comes_back_as_it_is_told(moments):
    for one in moments:
        if one.field.interface is IPublication:
            told = one.read()
            one.write(told)
            assert one.read() == told


@pytest.mark.parametrize("value", [5, [], {}, "morgen früh", True, "2026-13-01T06:00", "9999"])
def test_what_is_no_moment_is_refused(moments, value):
    for one in moments:
        with pytest.raises(FieldError):
            one.write(value)
