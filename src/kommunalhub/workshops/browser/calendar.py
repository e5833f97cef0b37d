"""The dates of workshops as files for calendars, of one and of all that one may see."""

from kommunalhub.core.agenda import calendars
from kommunalhub.core.agenda import gathering
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.workshops import letters
from kommunalhub.workshops import workflow
from kommunalhub.workshops.agenda import of_brain
from Products.Five import BrowserView


class OneCalendar(BrowserView):
    """@@workshop.ics: the dates of one workshop."""

    name = "workshop.ics"

    def __call__(self):
        response = self.request.response
        response.setHeader("Content-Type", f"{calendars.MEDIA_TYPE}; charset=utf-8")
        response.setHeader("Content-Disposition", f'attachment; filename="{self.name}"')
        return gathering.calendar_text(self.entries(), self.context.Title())

    def entries(self):
        return letters.entries_of(site(), self.context)


class AllCalendars(OneCalendar):
    """@@workshops.ics: all workshops that who asks may see."""

    name = "workshops.ics"

    def entries(self):
        brains = catalog()(
            portal_type=workflow.TYPE, review_state=list(workflow.RELEASED), sort_on="start"
        )
        return [one for brain in brains for one in of_brain(brain)]
