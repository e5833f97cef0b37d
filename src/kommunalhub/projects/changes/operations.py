"""The verbs of changes: ask for one, apply it, leave it.

What is asked for waits in the book. Until all partners have agreed, the project says what was
agreed before.
"""

from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal.entries import EDITED
from kommunalhub.approvals.operations import decide
from kommunalhub.core import formatting
from kommunalhub.partners.membership import partner_ids
from kommunalhub.projects import rules
from kommunalhub.projects import settings
from kommunalhub.projects import workflow
from kommunalhub.projects.book import storage
from kommunalhub.projects.book.operations import too_many
from kommunalhub.projects.book.typed import Wrong
from kommunalhub.projects.changes import leaving
from kommunalhub.projects.changes import telling
from kommunalhub.projects.changes.schemas import ABOUT
from kommunalhub.projects.partnership import partners_of


#: So many changes a project may have.
MOST_CHANGES = 200
CHANGE, CONFIRM = "change", "confirm"
AGREED, KEPT, AT_ONCE, GONE = "agreed", "kept", "at_once", "gone"
NOTHING = _("error_change_nothing", default="Nothing is different from what was agreed.")
NOT_NOW = _(
    "error_change_not_now",
    default="This needs the consent of all partners, who are asked while the project runs. Please "
    "start it first, or return to the idea.",
)
WAITS = _(
    "error_change_waits",
    default="Another change waits for the consent of the partners. Please wait for it, or take it "
    "back.",
)
ALONE = _(
    "denied_project_alone",
    default="A project has at least one partner besides the lead: please choose one first.",
)
ORDER = _(
    "error_project_order",
    default="The project ends before it begins. Please check both days.",
)
SHARE = _(
    "error_project_own_share",
    default="The own share is higher than the budget. Please check both.",
)


def agreed_on(project):
    """Return what holds now; partners: the ids of all, the lead first."""
    found = {name: getattr(project, name) for name in ABOUT if name != "partners"}
    return {**found, "partners": partners_of(project)}


def waiting(project):
    """Return the change that waits for consent, or None."""
    return storage.book_of(project).change


def history(project):
    """Return the changes that were decided on, the newest last."""
    return storage.book_of(project).changes


def ask(project, values):
    """Change what was agreed, or ask the partners; return whether they are asked. Raises Wrong.

    values: what is to hold instead, and `reason`; what is left out stays. roles: {partner: {role,
    does}} of those who are to join.
    """
    before = agreed_on(project)
    after = {name: values.get(name, before[name]) for name in ABOUT}
    if not rules.is_change(before, after):
        raise Wrong({"reason": NOTHING})
    if not rules.is_within(after["own_share"], after["budget"]):
        raise Wrong({"own_share": SHARE})
    if not rules.is_ordered(project.start, after["end"]):
        raise Wrong({"end": ORDER})
    if len(after["partners"]) < 2:
        raise Wrong({"partners": ALONE})
    if len(history(project)) >= MOST_CHANGES:
        raise Wrong({"reason": too_many(MOST_CHANGES)})
    asks = rules.needs_consent(before, after, settings.consent_limit())
    state = workflows.state_of(project)
    if state == workflow.CHANGING:
        raise Wrong({"reason": WAITS})
    if state not in (workflow.AGREED, workflow.RUNNING) or (asks and state != workflow.RUNNING):
        raise Wrong({"reason": NOT_NOW})
    me, day = current_actor().userid, formatting.to_local(formatting.now()).date()
    change = {"before": before, "after": after, "reason": values["reason"], "by": me, "day": day}
    change["roles"] = values.get("roles", {})
    if asks:
        project.last_editor = me  # who asks does not vote
        book = storage.ensured_book(project)
        book.change = change
        book.writes += 1
        decide(project, CHANGE, values["reason"])
    else:
        _apply(project, change, AT_ONCE)
    return asks


def follow(project, transition):
    """Let what waits come true, or go, with the step that was taken."""
    change = waiting(project)
    if change is None or transition == CHANGE:
        return
    if transition == CONFIRM:
        _apply(project, change, AGREED)
    else:
        _close(project, change, KEPT if is_possible(project) else GONE)
        telling.tell_not_joined(project, change)


def is_possible(project):
    """Return whether the change that waits would still change anything.

    Who was to join may not be there any more.
    """
    before = agreed_on(project)
    return rules.is_change(before, rules.possible(before, waiting(project)["after"], partner_ids()))


def _apply(project, change, outcome):
    before = agreed_on(project)
    after = rules.possible(before, change["after"], partner_ids())
    names = [name for name in ABOUT if before[name] != after[name]]
    for name in names:
        if name != "partners":
            setattr(project, name, after[name])
    _close(project, change, outcome if names else GONE)
    if alone := [name for name in names if name != "partners"]:
        me = current_actor().userid
        IJournal(project).append(EDITED, me, fields=alone, comment=change["reason"])
    if "partners" in names:
        leaving.regroup(project, after["partners"], change)
    project.reindexObject()


def _close(project, change, outcome):
    book = storage.ensured_book(project)
    book.change = None
    book.changes = (*book.changes, {**change, "outcome": outcome})
    book.writes += 1
