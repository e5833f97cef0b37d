"""@@zustand of an area: what there is to do; @@zustand.xlsx: the same as a workbook, whole."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core import workbook
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.messages import filled
from kommunalhub.editorial.upkeep.health import operations
from kommunalhub.editorial.upkeep.health import reading
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zExceptions import Forbidden
from zope.i18n import translate


#: So many pages of a group are shown; the workbook has all.
SHOWN = 10
NOT_YOURS = _("error_health_not_yours", default="This is for those who write and decide here.")
NOT_HERE = _("error_health_no_page", default="You cannot add a page here.")
MADE = _("message_gap_page", default="“${page}” stands among your drafts now.")
HEAD = (
    _("health_col_title", default="Title"),
    _("health_col_kind", default="Kind"),
    _("health_col_state", default="State"),
    _("health_col_changed", default="Changed on"),
    _("health_col_due", default="Due on"),
    _("health_col_address", default="Address"),
    _("label_health_links", default="Links"),
)


def require_own(context, request):
    """Raise Forbidden where the area is none of a person's business."""
    if not reading.may_see(context):
        raise Forbidden(translate(NOT_YOURS, context=request))


class AreaHealth(OwnPage):
    """The groups with their first pages, and what was looked for in vain."""

    template = ViewPageTemplateFile("templates/health.pt")

    def __call__(self):
        require_own(self.context, self.request)
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@zustand"

    @cached_property
    def partner(self):
        return reading.partner_in(self.context)

    @cached_property
    def groups(self):
        """Return [{name, title, about, count, rows, more}], the empty ones too."""
        now, found = formatting.now(), []
        for group in reading.groups():
            brains = reading.brains_of(group, self.partner)
            found.append(
                {
                    "name": group.name,
                    "title": group.title,
                    "about": group.about,
                    "count": len(brains),
                    "rows": [reading.row(brain, group, now) for brain in brains[:SHOWN]],
                    "more": max(len(brains) - SHOWN, 0),
                }
            )
        return found

    def searches(self):
        """Return [{text, count, url}] of searches without a hit."""
        return [
            {
                "text": line.text,
                "count": line.count,
                "url": f"{self.site_url}/@@search?{urlencode({'q': line.text})}",
            }
            for line in reading.searches()
        ]

    def may_add(self):
        return operations.may_add(self.context)

    def post(self):
        """Make a draft of a search that found nothing: it is somebody's task now."""
        text = self.field("gap")
        if not operations.may_add(self.context):
            raise Forbidden(translate(NOT_HERE, context=self.request))
        if text not in {line.text for line in reading.searches()}:
            return self.lead_to(self.url)
        page = operations.begin_page(self.context, text)
        told = filled(MADE, page=page.Title())
        return self.lead_to(f"{page.absolute_url()}/edit", told)

    def name(self):
        return self.context.Title()

    def is_signed_in(self):
        return not asking.is_anonymous()


class AreaHealthDownload(BrowserView):
    """The workbook: a sheet for each group, with all of its pages."""

    def __call__(self):
        require_own(self.context, self.request)
        partner, now = reading.partner_in(self.context), formatting.now()
        sheets = []
        for group in reading.groups():
            rows = [reading.row(brain, group, now) for brain in reading.brains_of(group, partner)]
            head = [self.said(title) for title in HEAD]
            sheets.append((self.said(group.title), head, [self.cells(row) for row in rows]))
        data = workbook.workbook_of(sheets)
        name = f"zustand-{partner or 'hub'}-{formatting.to_local(now).date().isoformat()}"
        return workbook.answer(self.request.response, data, name)

    def cells(self, row):
        links = "; ".join(": ".join(filter(None, one.values())) for one in row["details"])
        return [
            row["title"],
            self.said(row["type"]),
            self.said(row["state"]),
            row["changed"],
            row["due"]["day"] if row["due"] else None,
            row["url"],
            links,
        ]

    def said(self, message):
        return translate(message, context=self.request)
