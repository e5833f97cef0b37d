"""Pages and news in the areas of the administrations."""

from datetime import datetime
from datetime import time
from kommunalhub.approvals.operations import change_times
from kommunalhub.approvals.operations import decide
from kommunalhub.approvals.timing import operations as timing
from kommunalhub.approvals.timing.rules import Times
from kommunalhub.core.acting import as_system
from kommunalhub.core.formatting import BERLIN
from kommunalhub.site.demo import story
from kommunalhub.site.demo import tables
from kommunalhub.site.demo.clock import at
from kommunalhub.site.demo.clock import MINUTE
from plone.app.textfield.value import RichTextValue


def build(portal, calendar, record):
    """Make the pages and news that are missing; return how many there are."""
    items = tables.news()["item"]
    for item in items:
        key = f"{item['partner']}-{item['id']}"
        area = portal.unrestrictedTraverse(f"partner/{item['partner']}", None)
        if record.has("news", key) or area is None or item["id"] in area.objectIds():
            continue
        made = item["created"]
        moment = calendar.moment(calendar.workday(made["ago"]))
        fields = {name: item[name] for name in ("id", "title", "description")}
        fields["text"] = RichTextValue(item["text"], "text/html", "text/x-html-safe")
        if "topics" in item:
            fields["topics"] = set(item["topics"])
        obj = story.enter(area, item["type"], made["by"], moment, fields)
        story.publish(obj, "submit", made["by"], calendar.moment(calendar.workday(made["ago"]), 3))
        if "review" in item:
            release(portal, obj, item["review"], calendar)
        record.note("news", key, obj)
    return len(items)


def release(portal, page, review, calendar):
    """Release a page as a reviewer did.

    review: appears = {in, hour}: on a working day to come; ended: so many working days ago.
    """
    moment = calendar.moment(calendar.workday(review["ago"]), 6)
    act = review.get("act", "publish")
    if "appears" not in review:
        story.publish(page, act, review["by"], moment)
    else:
        day = calendar.workday_from_today(review["appears"]["in"])
        begin = datetime.combine(day, time(review["appears"]["hour"]), tzinfo=BERLIN)
        with story.as_person(review["by"], moment):
            decide(page, act, times=Times(effective=begin, given=frozenset({"effective"})))
            story.backdate_step(page, moment)
        story.backdate_change(page, moment)
    if "ended" in review:
        end = calendar.moment(calendar.workday(review["ended"]))
        with story.as_person(review["by"], moment + MINUTE):
            change_times(page, Times(expires=end, given=frozenset({"expires"})))
        with at(end), as_system(portal):
            timing.follow(page, end)
            story.backdate_step(page, end)
        story.backdate_change(page, end)
