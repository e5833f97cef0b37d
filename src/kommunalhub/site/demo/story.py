"""Acting out a case: somebody makes it, others decide, each on their day and as themselves."""

from Acquisition import aq_base
from contextlib import contextmanager
from DateTime import DateTime
from kommunalhub.approvals import workflows
from kommunalhub.approvals.operations import decide
from kommunalhub.approvals.operations import process_of
from kommunalhub.site.demo.clock import at
from kommunalhub.site.demo.clock import MINUTE
from plone import api
from plone.dexterity.interfaces import IDexterityFTI
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from z3c.relationfield.interfaces import IRelationList
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectCreatedEvent
from zope.schema import getFieldsInOrder


@contextmanager
def as_person(userid, moment):
    """Act as a person at a moment."""
    with at(moment), api.env.adopt_user(username=userid):
        yield


def enter(container, portal_type, by, moment, fields):
    """Add something the way the form does and return it: with permissions, rules and its number."""
    with as_person(by, moment):
        content = createContent(portal_type, **fields)
        check(portal_type, content)
        notify(ObjectCreatedEvent(content))
        content = addContentToContainer(container, content)
    backdate_creation(content, moment)
    return content


def check(portal_type, content):
    """Raise what the form would have shown for a wrong value."""
    schema = getUtility(IDexterityFTI, name=portal_type).lookupSchema()
    for name, field in getFieldsInOrder(schema):
        value = aq_base(content).__dict__.get(name, field.missing_value)
        # Relations are looked up in the catalog one by one: too slow here, and ours exist.
        if value != field.missing_value and not IRelationList.providedBy(field):
            field.bind(content).validate(value)
    schema.validateInvariants(content)


def play(obj, steps, calendar, apply=None):
    """Take the steps of a case in their order and return it.

    steps: dicts as in data/*.toml. apply: called with (obj, step) for a step that is no decision,
    as the person and at the moment of the step; returns False where the case stays as it was.
    """
    changed = moment = created_at(obj)
    for count, step in enumerate(steps, 1):
        moment = max(moment_of(obj, step, calendar, count), moment + MINUTE)
        moment = min(moment, calendar.now)
        with as_person(step["by"], moment):
            if "act" in step:
                decide(obj, step["act"], step.get("comment", ""))
                backdate_step(obj, moment)
                changed = moment
            elif apply(obj, step) is not False:
                changed = moment
    backdate_change(obj, changed)
    return obj


def moment_of(obj, step, calendar, count):
    """Return when a step is taken: on its day, or so that the new state is due as wished."""
    if "due_in" not in step:
        return calendar.moment(calendar.workday(step["ago"]), count)
    exits = workflows.exits_of(obj.portal_type, workflows.state_of(obj))
    service = process_of(obj.portal_type).step(exits[step["act"]].target)
    return calendar.moment(calendar.day_due(service.days, step["due_in"]), count)


def created_at(obj):
    return obj.created().asdatetime()


def backdate_creation(obj, moment):
    """Let the object say that it was made at `moment`."""
    obj.creation_date = DateTime(moment)
    history = getattr(aq_base(obj), "workflow_history", None) or {}
    for workflow, entries in history.items():
        history[workflow] = tuple({**entry, "time": DateTime(moment)} for entry in entries)
    backdate_change(obj, moment)


def backdate_step(obj, moment):
    """Let Plone's own history of the last transition say the same as our journal."""
    for workflow, entries in obj.workflow_history.items():
        last = {**entries[-1], "time": DateTime(moment)}
        obj.workflow_history[workflow] = (*entries[:-1], last)


def backdate_change(obj, moment):
    """Let the object say that it was last changed at `moment`."""
    obj.setModificationDate(DateTime(moment))
    obj.reindexObject(idxs=["created", "modified", "Date"])


def publish(obj, act, by, moment):
    """Release a page, a programme or a space; who reads it sees on which day it came out."""
    with as_person(by, moment):
        api.content.transition(obj, transition=act)
        backdate_step(obj, moment)
        if act == "publish":
            obj.setEffectiveDate(DateTime(moment))
    obj.setModificationDate(DateTime(moment))
    obj.reindexObject(idxs=["created", "modified", "effective", "effectiveRange", "Date"])
