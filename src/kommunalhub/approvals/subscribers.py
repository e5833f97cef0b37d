"""What follows when a case is added, copied, changed or decided on, by any channel."""

from kommunalhub.approvals import operations
from kommunalhub.approvals import workflows
from kommunalhub.approvals.case import changes
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.case.names import number_of_copy
from kommunalhub.approvals.case.numbers import ensure_number
from kommunalhub.approvals.case.parts import kept_by_parts
from kommunalhub.approvals.case.parts import parts_of
from kommunalhub.approvals.case.standins import remember_absent
from kommunalhub.approvals.case.standins import remembered_absent
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import ITakenOver
from kommunalhub.approvals.journal.storage import KEY
from kommunalhub.approvals.processes import process_of
from z3c.relationfield.interfaces import IRelationBrokenEvent
from zope.annotation.interfaces import IAnnotations
from zope.container.interfaces import IContainerModifiedEvent
from zope.lifecycleevent.interfaces import IAttributes


def case_added(obj, event):
    """A new case has a number, an editor and the first entry of its journal."""
    if event.object is not obj:
        return  # the folder around it was added, e.g. by an import
    process = process_of(obj.portal_type)
    if process is not None:
        ensure_number(obj, process)
    if len(IJournal(obj)):
        return
    actor = current_actor()
    if actor.unattended and not obj.creators:
        obj.creators = (actor.userid,)  # or Plone takes who first changes it for its author
    obj.last_editor = actor.userid
    IJournal(obj).append("created", actor.userid, to=workflows.state_of(obj))


def case_copied(obj, event):
    """A copy is a new case of whoever copies: no journal, no decisions taken over, a new number."""
    attributes, annotations = kept_by_parts(obj)
    for name in ("case_number", "due", "last_editor", *attributes):
        obj.__dict__.pop(name, None)
    for key in (KEY, *annotations):
        IAnnotations(obj).pop(key, None)
    process = process_of(obj.portal_type)
    number = number_of_copy(obj, process) if process is not None else None
    if number is not None:
        obj.case_number = number
    obj._p_changed = True
    obj.creators = (current_actor().userid,)


def case_edited(obj, event):
    """Remember who changed fields: they do not decide on the case.

    Who saved a form and changed nothing has not changed the case.
    """
    if IContainerModifiedEvent.providedBy(event):
        return  # files are watched by documents/subscribers.py
    if IRelationBrokenEvent.providedBy(event):
        return  # something that it names was deleted: nobody has changed the case itself
    if ITakenOver.providedBy(event):
        return  # who wrote it is noted already, who released it has not
    names = [
        name.rpartition(".")[2]
        for description in event.descriptions
        if IAttributes.providedBy(description)
        for name in description.attributes
    ]
    changed = changes.differing(obj, names)
    if changed or not names:
        operations.note_edit(obj, "edited", "", changed)


def case_redacted(obj, event):
    """Take what was removed out of the catalog too, which keeps what was said last."""
    obj.reindexObject(idxs=["awaiting"])


def before_transition(obj, event):
    """No decision without the reason it needs, whatever channel it comes by."""
    if event.transition is not None:
        comment = (event.kwargs or {}).get("comment") or ""
        operations.require_reason(obj.portal_type, event.transition.id, str(comment))
        remember_absent(obj, event.transition)


def after_transition(obj, event):
    """Let the parts of the case follow, and write the decision down."""
    process = process_of(obj.portal_type)
    if process is None:
        return
    indexes = {"awaiting", "decided_by"}
    for part in parts_of(obj):
        indexes.update(part.moved(event.old_state.id, event.new_state.id))
    if event.transition is None:
        return
    IJournal(obj).append(
        "transition",
        current_actor().userid,
        on_behalf_of=remembered_absent(obj),
        action=event.transition.id,
        comment=str((event.kwargs or {}).get("comment") or "").strip(),
        **{"from": event.old_state.id, "to": event.new_state.id},
    )
    obj.reindexObject(idxs=sorted(indexes))
