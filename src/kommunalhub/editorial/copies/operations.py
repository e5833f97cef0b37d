"""The verbs: start a copy, take over an approved one, and what becomes of a half that goes."""

from AccessControl.Permission import pname
from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.approvals import revisions
from kommunalhub.approvals import workflows
from kommunalhub.approvals.interfaces import TakenOver
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.pages import RELEASES
from kommunalhub.approvals.timing import operations as timing
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.core.persons import name_of
from kommunalhub.editorial.comparing.fields import changed_fields
from plone.app.iterate.dexterity.utils import get_checkout_relation
from plone.app.iterate.interfaces import IBaseline
from Products.DCWorkflow.events import AfterTransitionEvent
from zc.relation.interfaces import ICatalog
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.event import notify


#: Where plone.app.versioningbehavior looks for what is said of a version.
WHY = "plone.app.versioningbehavior-changeNote"
TAKEN_OVER = _("copy_taken_over", default="Working copy taken over")
IN_WORK = _(
    "copy_in_work",
    default="${who} has been working on a copy of this page since ${when}. "
    "There is one copy of a page at a time.",
)


@dataclass(frozen=True)
class Held:
    """Who has a copy. copy: the object; who: a name; when: for people."""

    copy: object
    who: str
    when: str

    @property
    def said(self):
        return filled(IN_WORK, who=self.who, when=self.when)


class CopyThere(Exception):
    """Somebody is working on a copy already; `held` says who."""

    def __init__(self, held):
        self.held = held
        super().__init__(held.said)


def held(page):
    """Return the Held of a page's copy, or None."""
    copy = revisions.revision_of(page)
    if copy is None:
        return None
    when = formatting.moment(copy.created().asdatetime())
    return Held(copy, name_of(copy.Creator()), when)


def start(page):
    """Return a new copy of a released page, a draft of who is signed in. Raises CopyThere.

    Two who start at once write on the page both, so one of them comes by here again.
    """
    there = held(page)
    if there is not None:
        raise CopyThere(there)
    return revisions.revise(page)


def follow_step(copy, action, comment):
    """Take over a copy that was released, and return whether; note any other step."""
    if action not in RELEASES:
        revisions.note_step(copy, action, comment)
        return False
    take_over(copy, RELEASES[action], action, comment)
    return True


def take_over(copy, state, action, comment):
    """Put an approved copy in the place of its page and return that, as after any release.

    Address, number, journal, comments, confirmations and times stay with the page. What follows a
    step and a change follows here too, only that nobody but who wrote the copy has changed it.
    """
    page = revisions.original_of(copy)
    former = workflows.state_of(page)
    changed = [field.__name__ for _schema, field in changed_fields(page, copy)]
    page = revisions.take_over(copy, state, action, comment, changed)
    timing.state_changed(page, former, state, {})
    workflow = workflows.definition_of(page.portal_type)
    states = workflow.states[former], workflow.states[state]
    notify(AfterTransitionEvent(page, workflow, *states, None, {}, {}))
    said = IAnnotations(page.REQUEST)
    said[WHY] = comment or in_site_language(TAKEN_OVER)
    notify(TakenOver(page))
    said[WHY] = ""
    page.reindexObject()
    return page


def copy_goes(copy):
    """Let the page of a copy that is being deleted be copied again, whoever deletes it how."""
    page = revisions.original_of(copy)
    if page is None:
        return
    _part(copy)
    if IBaseline.providedBy(page):  # else plone.app.iterate has told of it
        revisions.note(page, entries.DISCARDED)
        revisions.free(page)


def page_goes(page):
    """Leave the copy of a page that is being deleted as a draft of its own: somebody wrote it."""
    copy = revisions.revision_of(page)
    if copy is None:
        return
    _part(copy)
    for half in (page, copy):
        revisions.forget(half)
    revisions.free(page)
    copy.reindexObject()


def _part(copy):
    relation = get_checkout_relation(copy)
    if relation is not None:
        getUtility(ICatalog).unindex(relation)


def forget(copied):
    """Make something pasted an ordinary page, whatever it was pasted of."""
    revisions.forget(copied)
    vars(copied).pop(pname(revisions.START), None)
