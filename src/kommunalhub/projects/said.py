"""Sentences about projects, for pages, REST, prints and the public page alike."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.projects import rules
from kommunalhub.projects import workflow


#: (look, sentence) for how a milestone or task stands; see hub.css for the looks.
LOOKS = {
    rules.DONE: "done",
    rules.DROPPED: "over",
    rules.LATE: "shut",
    rules.MOVED: "wait",
    rules.PLANNED: "free",
}
#: What a state means for who has never heard of it.
IN_WORDS = {
    workflow.IDEA: _("project_words_idea", default="It is an idea that is being worked out."),
    workflow.PROPOSED: _(
        "project_words_proposed", default="The partners are being asked whether they agree."
    ),
    workflow.AGREED: _("project_words_agreed", default="It is agreed on and begins soon."),
    workflow.RUNNING: _("project_words_running", default="It is going on."),
    workflow.CHANGING: _("project_words_running", default="It is going on."),
    workflow.FINISHED: _("project_words_finished", default="It is finished."),
    workflow.STOPPED: _("project_words_stopped", default="It was ended early."),
}
#: States after which nothing comes next any more are none of these.
GOES_ON = (workflow.AGREED, *workflow.AT_WORK)
MONTHS = {
    1: _("month_short_1", default="Jan."),
    4: _("month_short_4", default="April"),
    7: _("month_short_7", default="July"),
    10: _("month_short_10", default="Oct."),
}
TODAY = _("timeline_today", default="today")


#: What became of a task, and of a milestone.
DONE = _("project_standing_done", default="done on ${day}")
REACHED = _("project_standing_reached", default="reached on ${day}")


def standing(record, today, done=REACHED):
    """Return (look, sentence) for how a milestone stands, or a task with DONE."""
    how = rules.standing(record, today)
    return LOOKS[how], _standing(how, record, done)


def _standing(how, record, done):
    if how == rules.DONE:
        return _(done, mapping={"day": formatting.day(record["done"])})
    return {
        rules.DROPPED: _("project_standing_dropped", default="dropped"),
        rules.LATE: _("project_standing_late", default="overdue"),
        rules.MOVED: _("project_standing_moved", default="moved"),
        rules.PLANNED: _("project_standing_planned", default="planned"),
    }[how]


def progress(found, following):
    """Return sentences on how far a project has come. found: a Progress; following: the next."""
    if not found.total:
        return [_("project_no_milestones", default="No milestones are entered yet.")]
    mapping = {"reached": found.reached, "total": found.total}
    said = [
        _(
            "project_progress",
            default="Milestones reached: ${reached} of ${total}.",
            mapping=mapping,
        )
    ]
    if following is not None:
        mapping = {"title": following["title"], "day": formatting.day(following["planned"])}
        said.append(
            _("project_next", default="Next: ${title}, planned for ${day}.", mapping=mapping)
        )
    if found.late:
        said.append(_("project_late", default="Overdue: ${count}.", mapping={"count": found.late}))
    return said
