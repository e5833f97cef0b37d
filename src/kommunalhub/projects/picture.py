"""The milestones of a project as a picture, with the sentence that says the same."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core import timeline
from kommunalhub.core.language import in_site_language
from kommunalhub.projects import rules
from kommunalhub.projects import said


TITLE = _("timeline_title", default="Milestones from ${first} to ${last}")


def looks_of(milestones):
    """Return {number: look of its mark}: the next one to come is ringed."""
    following = rules.next_of(milestones)
    found = {}
    for one in milestones:
        if one["done"] is not None:
            found[one["number"]] = timeline.DONE
        elif one is following:
            found[one["number"]] = timeline.NOW
        else:
            found[one["number"]] = timeline.PLANNED
    return found


def marks_of(milestones):
    """Return the Marks of milestones; what was dropped is not drawn."""
    shown = [one for one in milestones if not one["dropped"]]
    looks = looks_of(shown)
    return [
        timeline.Mark(
            f"M{one['number']}",
            one["done"] or one["planned"],
            looks[one["number"]],
            one["earlier"][-1]["planned"] if one["earlier"] and one["done"] is None else None,
        )
        for one in shown
    ]


def months():
    return {number: in_site_language(word) for number, word in said.MONTHS.items()}


def drawn(milestones, first, last, today, name="timeline"):
    """Return the SVG of a project's milestones between its first and its last day."""
    mapping = {"first": formatting.day(first), "last": formatting.day(last)}
    words = "; ".join(_words(one, today) for one in rules.in_order(milestones))
    return timeline.line(
        in_site_language(_(TITLE, mapping=mapping)),
        words,
        marks_of(milestones),
        first,
        last,
        today,
        in_site_language(said.TODAY),
        months(),
        name,
    )


def _words(one, today):
    """Return what stands beside the mark of a milestone, for who does not see it."""
    standing = in_site_language(said.standing(one, today)[1])
    if one["done"] is None and not one["dropped"]:
        standing = f"{standing}, {formatting.day(one['planned'])}"
    return f"M{one['number']} {one['title']}: {standing}"
