"""Pages and news in the areas of the administrations."""

from kommunalhub.site.demo import story
from kommunalhub.site.demo import tables
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
        obj = story.enter(area, item["type"], made["by"], moment, fields)
        story.publish(obj, "submit", made["by"], calendar.moment(calendar.workday(made["ago"]), 3))
        if "review" in item:
            review = item["review"]
            later = calendar.moment(calendar.workday(review["ago"]), 6)
            story.publish(obj, review.get("act", "publish"), review["by"], later)
        record.note("news", key, obj)
    return len(items)
