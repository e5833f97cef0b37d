"""The calendar as a file: @@termine.ics for calendars, @@termine.csv as open data."""

from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.agenda import calendars
from kommunalhub.core.agenda import feeds
from kommunalhub.core.agenda import gathering as agenda
from kommunalhub.core.agenda.feeds import AHEAD
from kommunalhub.core.agenda.feeds import BACK
from kommunalhub.editorial.dates import gathering
from kommunalhub.editorial.dates import table
from kommunalhub.editorial.dates.agenda import of_query
from Products.Five import BrowserView
from zExceptions import NotFound


class DatesFile(BrowserView):
    """What who asks may see; for programs that ask without signing in, what is public.

    Filters as on the page; `uid` for one date alone.
    """

    filename = media_type = ""

    def __call__(self):
        asked, wrong = gathering.asked_in(self.request.form)
        if wrong:
            raise NotFound(", ".join(wrong))  # a calendar of everything is not what was asked for
        now = formatting.now()
        found = gathering.dates_in(asked, now - BACK, now + AHEAD)
        uid = self.request.form.get("uid")
        if uid:
            found = [one for one in found if one.uid == uid]
            if not found:
                raise NotFound("uid")
        response = self.request.response
        response.setHeader("Content-Type", f"{self.media_type}; charset=utf-8")
        how = "attachment" if uid else self.disposition
        response.setHeader("Content-Disposition", f'{how}; filename="{self.filename}"')
        if not asking.is_anonymous():
            response.setHeader("Cache-Control", "private, no-store")
        return self.text_of(found)


class Feed(DatesFile):
    filename, media_type, disposition = "termine.ics", calendars.MEDIA_TYPE, "inline"

    def text_of(self, found):
        return agenda.calendar_text(found, feeds.calendar_name())


class Table(DatesFile):
    filename, media_type, disposition = "termine.csv", "text/csv", "attachment"

    def text_of(self, found):
        return table.text_of(found, formatting.now())


class FolderFile(BrowserView):
    """@@ics_view of a folder: the events below it, told as everywhere."""

    def __call__(self):
        now, path = formatting.now(), "/".join(self.context.getPhysicalPath())
        found = of_query({"path": path}, now - BACK, now + AHEAD)
        response = self.request.response
        response.setHeader("Content-Type", f"{calendars.MEDIA_TYPE}; charset=utf-8")
        response.setHeader("Content-Disposition", 'inline; filename="termine.ics"')
        if not asking.is_anonymous():
            response.setHeader("Cache-Control", "private, no-store")
        return agenda.calendar_text(sorted(found, key=lambda one: one.start), self.context.Title())
