"""The page of a request, and the list of them."""

from functools import cached_property
from html import escape
from kommunalhub import _
from kommunalhub.approvals.answers.facts import Html
from kommunalhub.approvals.browser.case import CaseView
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.booking import said
from kommunalhub.booking.asked import operations
from kommunalhub.booking.asked import workflow
from kommunalhub.booking.browser import states
from kommunalhub.core import asking
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.persons import name_of
from kommunalhub.core.tools import catalog
from Products.Five import BrowserView
from zope.i18n import translate


SIZE = 20


class RequestView(CaseView):
    """Which times of which space, whose, and what for."""

    def facts(self):
        found = operations.all_of(self.context)
        purpose = next((one.purpose for _space, one in found if one.purpose), None)
        rows = [
            (_("label_booking_holder", default="For whom"), name_of(self.context.holder)),
            (_("label_request_dates", default="Times"), self.dates(found)),
        ]
        if purpose:
            rows.append((_("label_booking_purpose", default="Purpose"), purpose))
        return [(_("heading_request", default="What is asked for"), rows)]

    def dates(self, found):
        """Return the times as a list, each with how it stands."""
        items = []
        for space, one in found:
            stands = states.shown(one)
            words = [space.Title(), self.text(said.when(one.span))]
            words += [self.text(stands["word"])] if stands else []
            items.append(
                "<li>{}</li>".format(
                    escape(": ".join(words[:2]) + "".join(f" ({word})" for word in words[2:]))
                )
            )
        return Html('<ul class="plain">{}</ul>'.format("".join(items)))

    def text(self, message):
        return translate(message, context=self.request)


class RequestsView(BrowserView):
    """`anfragen`: the requests that this person may see, the newest first."""

    @property
    def url(self):
        return self.context.absolute_url()

    @cached_property
    def found(self):
        if asking.is_anonymous():
            return []
        return catalog()(
            portal_type=workflow.TYPE,
            path="/".join(self.context.getPhysicalPath()),
            sort_on="modified",
            sort_order="descending",
        )

    @cached_property
    def batch(self):
        return batch_of(self.request, len(self.found), SIZE, self.url, [])

    def rows(self):
        make = Rows()
        return [make.plain(brain) for brain in self.batch.cut(self.found)]
