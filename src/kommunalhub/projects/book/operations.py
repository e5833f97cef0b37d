"""The verbs of the book: write down, change, report as done, drop. Nothing is ever deleted."""

from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.clock.operations import recompute
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal.entries import EDITED
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.partners.membership import groups_of_user
from kommunalhub.projects import rules
from kommunalhub.projects import workflow
from kommunalhub.projects.book import rules as records
from kommunalhub.projects.book import storage
from kommunalhub.projects.book.typed import Wrong
from zope.event import notify
from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


TODAY_OR_BEFORE = _("error_day_to_come", default="This day lies in the future; please check it.")
SAY_WHY = _("error_project_say_why", default="Please say why: it is later than planned.")
SAY_WHY_MOVED = _(
    "error_project_say_why_moved",
    default="Please say why the day changes: the partners have agreed on the old one.",
)
IS_OVER = _("error_project_is_over", default="This is over already: nothing more is noted on it.")
NOTED = {
    "added": _("project_noted_added", default="${id} ${title}: entered"),
    "changed": _("project_noted_changed", default="${id} ${title}: changed"),
    "moved": _("project_noted_moved", default="${id} ${title}: moved from ${before} to ${day}"),
    "done": _("project_noted_done", default="${id} ${title}: done on ${day}"),
    "dropped": _("project_noted_dropped", default="${id} ${title}: dropped"),
}


class IBookChanged(IObjectEvent):
    """Something was written into the book of a project, in this transaction."""


@implementer(IBookChanged)
class BookChanged(ObjectEvent):
    """See IBookChanged."""


#: Kinds that somebody does until a day.
TIMED = (storage.MILESTONE, storage.TASK)


#: So often a milestone or task may move.
MOST_MOVES = 30


def too_many(most):
    """Return the sentence for what there may be no more of."""
    return _(
        "error_project_too_many",
        default="There are ${n} already; a project can have no more of them.",
        mapping={"n": most},
    )


def today():
    return formatting.to_local(formatting.now()).date()


def add(project, kind, values):
    """Write down a record and return its row. Raises Wrong."""
    book = storage.ensured_book(project)
    same = [
        row
        for row in book.rows(kind)
        if all(row[name] == values[name] for name in values if name != "why")
    ]
    if same:
        return same[-1]  # sent twice
    if len(book.rows(kind)) >= storage.MOST[kind]:
        raise Wrong({"title": too_many(storage.MOST[kind])})
    row = {name: value for name, value in values.items() if name != "why"}
    if kind in TIMED:
        row |= {"done": None, "dropped": "", "earlier": (), "why_late": ""}
    row |= {"made": today(), "by": current_actor().userid}
    row = book.keep(kind, row)
    return _noted(project, kind, row, "added")


def change(project, kind, number, values):
    """Change a record and return its row. Raises KeyError where there is none, Wrong."""
    book = storage.ensured_book(project)
    old = _row(book, kind, number)
    why = (values.pop("why", "") or "").strip()
    new = {**old, **values}
    how, facts = "changed", {}
    if kind in TIMED:
        if not rules.is_open(old):
            raise Wrong({"title": IS_OVER})
        if (
            kind == storage.MILESTONE
            and not why
            and records.is_told_why(old, new["planned"], is_agreed(project))
        ):
            raise Wrong({"why": SAY_WHY_MOVED})
        if len(old["earlier"]) >= MOST_MOVES and new["planned"] != old["planned"]:
            raise Wrong({"planned": too_many(MOST_MOVES)})
        if new["planned"] != old["planned"] and is_agreed(project):
            how = "moved"
            facts = {
                name: formatting.day(row["planned"])
                for name, row in (("before", old), ("day", new))
            }
            new = records.planned_anew(
                {**new, "planned": old["planned"]},
                new["planned"],
                why,
                today(),
                current_actor().userid,
            )
    if new == old:
        return old
    return _noted(project, kind, book.keep(kind, new), how, facts, why)


def report_done(project, kind, number, done, why=""):
    """Note that a milestone was reached, or a task done. Raises KeyError, Wrong."""
    book = storage.ensured_book(project)
    old = _row(book, kind, number)
    if old["done"] == done:
        return old  # sent twice
    if not rules.is_open(old):
        raise Wrong({"done": IS_OVER})
    why = (why or "").strip()
    if done > today():
        raise Wrong({"done": TODAY_OR_BEFORE})
    if kind == storage.MILESTONE and records.is_late(old, done) and not why:
        raise Wrong({"why": SAY_WHY})
    new = book.keep(kind, records.reached(old, done, why))
    return _noted(project, kind, new, "done", {"day": formatting.day(done)}, new["why_late"])


def drop(project, kind, number, why):
    """Note that something will not be done, and why. Raises KeyError, Wrong."""
    book = storage.ensured_book(project)
    old = _row(book, kind, number)
    if old["dropped"]:
        return old
    if not rules.is_open(old):
        raise Wrong({"why": IS_OVER})
    return _noted(project, kind, book.keep(kind, {**old, "dropped": why}), "dropped", {}, why)


def may_report(project, row):
    """Return whether who is signed in may report something as done: the lead, or who sees to it."""
    if asking.may(workflow.RUN, project):
        return True
    at_work = workflows.state_of(project) in workflow.AT_WORK
    return at_work and is_mine(row)


def is_mine(row):
    """Return whether who is signed in sees to something."""
    userid = asking.userid()
    return userid is not None and rules.is_responsible(row, userid, set(groups_of_user()))


def is_agreed(project):
    """Return whether the partners have agreed on the plan."""
    return workflows.state_of(project) not in (workflow.IDEA, workflow.PROPOSED)


def _row(book, kind, number):
    row = book.row(kind, number)
    if row is None:
        raise KeyError(number)
    return row


def _noted(project, kind, row, how, facts=None, why=""):
    """Write into the journal what was done, let catalog and clock follow, and return the row.

    Not as an edit of the case: who reports a milestone may still vote on a change.
    """
    mapping = {"id": storage.id_of(kind, row["number"]), "title": row["title"], **(facts or {})}
    said = in_site_language(_(NOTED[how], mapping=mapping))
    comment = f"{said}\n{why}" if why else said
    IJournal(project).append(EDITED, current_actor().userid, comment=comment)
    recompute(project, formatting.now())
    project.reindexObject(idxs=["awaiting", "modified"])
    notify(BookChanged(project))
    return row
