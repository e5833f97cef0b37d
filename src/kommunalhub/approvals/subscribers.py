"""What follows when a case is added, copied, changed or decided on, by any channel."""

from kommunalhub.approvals import changes
from kommunalhub.approvals import files
from kommunalhub.approvals import operations
from kommunalhub.approvals import workflows
from kommunalhub.approvals.assignment import operations as assignment
from kommunalhub.approvals.cases import current_actor
from kommunalhub.approvals.cases import is_page
from kommunalhub.approvals.cases import process_of
from kommunalhub.approvals.clock import operations as clock
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import forget
from kommunalhub.approvals.names import number_of_copy
from kommunalhub.approvals.numbers import ensure_number
from kommunalhub.approvals.standins import remember_absent
from kommunalhub.approvals.standins import remembered_absent
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
    forget(obj)
    for name in ("case_number", "due", "clock", "last_editor", "assigned"):
        obj.__dict__.pop(name, None)
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
        return  # files are watched by file_changed and its kin
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


def file_added(obj, event):
    case = case_around(event.newParent)
    if event.object is obj and case is not None:
        files.require_sound(obj)
        operations.note_edit(case, "file", "added", [files.name_of(obj)])


def file_removed(obj, event):
    case = case_around(event.oldParent)
    if event.object is obj and case is not None:
        operations.note_edit(case, "file", "removed", [files.name_of(obj)])


def file_edited(obj, event):
    case = case_around(getattr(obj, "__parent__", None))
    if case is not None and not IContainerModifiedEvent.providedBy(event):
        files.require_sound(obj)
        operations.note_edit(case, "file", "changed", [files.name_of(obj)])


def case_around(parent):
    """Return the case that a file lies in, or None; a folder of pages is none."""
    return parent if IApprovable.providedBy(parent) and not is_page(parent) else None


def before_transition(obj, event):
    """No decision without the reason it needs, whatever channel it comes by."""
    if event.transition is not None:
        comment = (event.kwargs or {}).get("comment") or ""
        operations.require_reason(obj.portal_type, event.transition.id, str(comment))
        remember_absent(obj, event.transition)


def after_transition(obj, event):
    """Write the decision down and set the clock of the new state."""
    process = process_of(obj.portal_type)
    if process is None:
        return
    clock.enter(obj, event.old_state.id, event.new_state.id)
    assignment.end(obj)
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
    obj.reindexObject(idxs=["awaiting", "assigned", "decided_by", *clock.INDEXES])
