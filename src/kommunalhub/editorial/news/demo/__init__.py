"""News of the demo's areas: with pictures of plain shapes, in every state, some on top."""

from datetime import datetime
from datetime import time
from datetime import timedelta
from kommunalhub.approvals.operations import decide
from kommunalhub.approvals.timing.rules import BEGIN
from kommunalhub.approvals.timing.rules import Times
from kommunalhub.core.formatting import BERLIN
from kommunalhub.editorial.news.demo.drawing import drawing
from kommunalhub.editorial.news.reading import TYPE
from pathlib import Path
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobImage


NEWS = Path(__file__).with_name("news.toml")
KIND = "pictured-news"


def build(stage):
    """Write the news that are missing; return how many there are."""
    entries = stage.table(NEWS)["news"]
    for place, entry in stage.missing(KIND, entries):
        area = stage.portal.unrestrictedTraverse(f"partner/{entry['partner']}", None)
        if area is not None and entry["id"] not in area.objectIds():
            stage.record.note(KIND, entry["id"], written(stage, area, entry, place))
    return len(entries)


def written(stage, area, entry, place):
    """Return news that went as far as an entry says."""
    editor, reviewer = (f"{entry['partner']}-{who}" for who in ("redaktion", "pruefung"))
    day, calendar = stage.calendar.workday(entry["ago"]), stage.calendar
    fields = fields_of(entry, calendar.today)
    news = stage.enter(area, TYPE, editor, calendar.moment(day, place % 4), fields)
    if "act" in entry:
        stage.publish(news, "submit", editor, calendar.moment(day, 5))
    if "appears" in entry:
        plan(stage, news, entry, reviewer, calendar.moment(day, 6))
    elif entry.get("act", "submit") != "submit":
        stage.publish(news, entry["act"], reviewer, calendar.moment(day, 6))
    return news


def fields_of(entry, today):
    """Return what the form asks for."""
    fields = {name: entry[name] for name in ("id", "title", "description")}
    fields["text"] = RichTextValue(entry["text"], "text/html", "text/x-html-safe")
    fields["topics"] = set(entry["topics"])
    if "on_top" in entry:
        fields["pinned_until"] = today + timedelta(days=entry["on_top"])
    if "functions" in entry:
        fields["audience_partners"] = (entry["partner"],)
        fields["audience_functions"] = tuple(entry["functions"])
    if "scene" in entry:
        fields["image"] = NamedBlobImage(
            drawing(entry["scene"]), "image/png", f"{entry['scene']}.png"
        )
        fields["image_alt"] = entry.get("alt", "")
        fields["image_decorative"] = "alt" not in entry
        fields["image_caption"] = entry.get("caption", "")
        fields["focus_x"], fields["focus_y"] = entry.get("focus", (50, 50))
    return fields


def plan(stage, news, entry, reviewer, moment):
    """Let a reviewer release news for a working day to come."""
    day = stage.calendar.workday_from_today(entry["appears"]["in"])
    begin = datetime.combine(day, time(entry["appears"]["hour"]), tzinfo=BERLIN)
    with stage.as_person(reviewer, moment):
        decide(news, entry["act"], times=Times(effective=begin, given=frozenset({BEGIN})))
        stage.backdate_step(news, moment)
    stage.backdate_change(news, moment)
