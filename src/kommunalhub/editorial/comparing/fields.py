"""The fields of a page's form: their values, and whether two pages say the same in them."""

from Acquisition import aq_base
from kommunalhub.approvals.case import changes
from kommunalhub.editorial.comparing import rules
from plone.dexterity.utils import iterSchemata
from z3c.relationfield import RelationValue
from z3c.relationfield.interfaces import IRelationChoice
from z3c.relationfield.interfaces import IRelationList
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IBool


def fields_of(page):
    """Yield (schema, field) of what a page says, in the order of the form."""
    for schema in iterSchemata(page):
        for name, field in getFieldsInOrder(schema):
            if rules.is_content(name, field.readonly):
                yield schema, field


def value_of(schema, field, page):
    """Return what a page says in a field, never what something around it says."""
    said = schema(page)
    said = aq_base(said) if aq_base(said) is aq_base(page) else said
    return getattr(said, field.__name__, field.missing_value)


def is_same(field, one, other):
    """Return whether two values of a field say the same to people.

    What a form fills in by itself says no more than nothing.
    """
    if IRelationList.providedBy(field):
        return _targets(one) == _targets(other)
    if IRelationChoice.providedBy(field):
        return _targets([one]) == _targets([other])
    one, other = (_own(field, value) for value in (one, other))
    return changes.same(one, other)


def _own(field, value):
    value = field.default if changes.is_empty(value) else value
    return bool(value) if IBool.providedBy(field) else value


def changed_fields(before, after):
    """Return [(schema, field)] in which two states of a page differ, in the order of the form."""
    return [
        (schema, field)
        for schema, field in fields_of(after)
        if not is_same(field, value_of(schema, field, before), value_of(schema, field, after))
    ]


def copy_fields(source, target):
    """Let a page say in its form what another one says."""
    for schema, field in fields_of(source):
        value = value_of(schema, field, source)
        if IRelationList.providedBy(field):
            value = [RelationValue(number) for number in _targets(value)]
        elif IRelationChoice.providedBy(field):
            value = next((RelationValue(number) for number in _targets([value])), None)
        setattr(schema(target), field.__name__, value)


def _targets(relations):
    return [one.to_id for one in relations or () if one is not None and not one.isBroken()]
