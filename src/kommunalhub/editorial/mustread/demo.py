"""A rule that some have confirmed and that has changed since, and one that all have confirmed."""

from kommunalhub.editorial.mustread import operations
from kommunalhub.editorial.mustread import reading
from kommunalhub.editorial.mustread.interfaces import IMustRead
from pathlib import Path
from plone.app.textfield.value import RichTextValue
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


TABLE = Path(__file__).with_name("demo.toml")
KIND = "must-read"


def play(stage):
    """Act out the pages that are missing; return how many there are."""
    pages = stage.table(TABLE)["page"]
    for _place, entry in stage.missing(KIND, pages):
        area = stage.portal.unrestrictedTraverse(f"partner/{entry['partner']}", None)
        if area is not None:
            stage.record.note(KIND, entry["id"], make(stage, area, entry))
    return len(pages)


def make(stage, area, entry):
    """Return a page that went as an entry says."""
    calendar, made = stage.calendar, entry["created"]
    fields = {
        **{name: entry[name] for name in ("id", "title", "description")},
        "text": rich(entry["text"]),
        "audience_partners": (entry["partner"],),
        "audience_functions": tuple(entry["functions"]),
        "must_read": True,
        "must_read_due": calendar.workday_from_today(entry["due_in"]),
    }
    day = calendar.workday(made["ago"])
    page = stage.enter(area, "News Item", made["by"], calendar.moment(day), fields)
    stage.publish(page, "submit", made["by"], calendar.moment(day, 3))
    review = entry["review"]
    moment = calendar.moment(calendar.workday(review["ago"]), 6)
    stage.publish(page, "approve", review["by"], moment)
    confirm(stage, page, entry["confirmed"])
    if entry.get("all"):
        ago = entry["confirmed"][-1]["ago"]
        confirm(stage, page, [{"ago": ago, "by": one} for one in reading.missing_of(page)])
    if "change" in entry:
        change(stage, page, entry["change"])
    return page


def change(stage, page, entry):
    """Let an editor change what is essential, and people confirm that."""
    moment = stage.calendar.moment(stage.calendar.workday(entry["ago"]), 4)
    with stage.as_person(entry["by"], moment):
        page.text, page.must_read_essential = rich(entry["text"]), True
        names = ("IRichTextBehavior.text", "IMustRead.must_read_essential")
        notify(ObjectModifiedEvent(page, Attributes(IMustRead, *names)))
    stage.backdate_change(page, moment)
    confirm(stage, page, entry["confirmed"])


def confirm(stage, page, people):
    for place, one in enumerate(people):
        moment = stage.calendar.moment(stage.calendar.workday(one["ago"]), place + 8)
        with stage.as_person(one["by"], moment):
            operations.confirm(page, reading.revision_of(page).mark)


def rich(html):
    return RichTextValue(html, "text/html", "text/x-html-safe")
