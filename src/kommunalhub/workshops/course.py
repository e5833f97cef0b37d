"""What follows when a workshop takes a step or is changed: who sees it, the room, who is told."""

from kommunalhub.approvals.workflows import state_of
from kommunalhub.core.kept import kept
from kommunalhub.core.tools import tool
from kommunalhub.workshops import letters
from kommunalhub.workshops import operations
from kommunalhub.workshops import programme
from kommunalhub.workshops import questions
from kommunalhub.workshops import rooms
from kommunalhub.workshops import storage
from kommunalhub.workshops import telling
from kommunalhub.workshops import workflow
from Products.CMFCore.permissions import View
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


#: What those see who have no account, in states in which a public workshop is there for all.
SEEN = (View, "Access contents information")


def show(workshop):
    """Let everybody see a public workshop once it is published; the workflow says who else does."""
    if not workshop.is_public or state_of(workshop) not in workflow.RELEASED:
        return False
    for permission in SEEN:
        workshop.manage_permission(permission, ["Anonymous"], acquire=0)
    return True


def show_again(workshop):
    """Follow a change of whom a workshop is for."""
    definition = tool("portal_workflow").getWorkflowById(workflow.ID)
    definition.updateRoleMappingsFor(workshop)
    show(workshop)
    workshop.reindexObjectSecurity()


def follow_step(workshop, action, comment):
    """Do what follows from a transition."""
    show(workshop)
    if action == workflow.PUBLISH:
        workshop.announced = dates_of(workshop)
    elif action == workflow.HOLD:
        for one in storage.book_of(workshop).all():
            operations.certify(workshop, one)
    elif action == workflow.CANCEL:
        rooms.keep(workshop)
        workshop.sequence = kept(workshop, "sequence") or 0
        workshop.sequence += 1
        telling.tell_all(workshop, letters.CALLED_OFF, reason=comment)


def follow_change(workshop):
    """Move the room, tell of new dates and places, offer seats that there are more of now."""
    rooms.keep(workshop)
    show_again(workshop)
    if state_of(workshop) in workflow.COMING:
        dates = dates_of(workshop)
        if dates != kept(workshop, "announced"):
            workshop.announced = dates
            workshop.sequence = (kept(workshop, "sequence") or 0) + 1
            telling.tell_all(workshop, letters.CHANGED)
    operations.settle(workshop)


def ask(workshop, found):
    """Ask those who register these Questions from now on; answers there are stay."""
    workshop.questions = questions.plain(found)
    notify(ObjectModifiedEvent(workshop))


def dates_of(workshop):
    """Return what people have to be told when it changes: dates, places and link."""
    sessions = [
        (one.start.isoformat(), one.end.isoformat(), f"{one.place} {one.link}".strip())
        for one in programme.sessions_of(workshop)
    ]
    return (*sessions, workshop.online_link or "")
