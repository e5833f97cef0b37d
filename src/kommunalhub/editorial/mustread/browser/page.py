"""@@kenntnisnahme: what changed, the button; for the office who has confirmed, and the proof."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core import workbook
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.language import in_site_language
from kommunalhub.editorial.mustread import operations
from kommunalhub.editorial.mustread import proof
from kommunalhub.editorial.mustread import reading
from kommunalhub.editorial.mustread import said
from kommunalhub.editorial.mustread.interfaces import NotAsked
from kommunalhub.editorial.mustread.interfaces import TextChanged
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import Forbidden
from zExceptions import NotFound


THANKS = _("must_read_thanks", default="Thank you, it is noted that you have read this page.")
NOT_YOURS = _(
    "must_read_not_yours", default="Only those who issue the page see who has confirmed it."
)


class MustReadPage(OwnPage):
    """For who is asked, and for the office that issues the page; others find nothing here."""

    template = ViewPageTemplateFile("templates/page.pt")

    def __call__(self):
        self.problem = None
        if not (self.is_office or (self.mine is not None and self.mine.is_asked)):
            raise NotFound(self.__name__)
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    @cached_property
    def mine(self):
        return reading.mine(self.context, self.userid)

    @cached_property
    def is_office(self):
        return reading.is_office(self.context)

    @property
    def mark(self):
        return self.mine.revision.mark

    @cached_property
    def has_changes(self):
        return self.mine is not None and self.mine.is_open and self.mine.before is not None

    @cached_property
    def changes(self):
        return said.rows_of(self.mine.changes) if self.has_changes else []

    def what_changed(self):
        return said.what_changed(self.mine.changes)

    def before(self):
        """Return when this person confirmed what the change is compared with."""
        entry = reading.entry_of(self.context, self.userid)
        return said.moment(entry["when"])

    def confirmed(self):
        return said.confirmed_on(self.mine.confirmed) if self.mine.confirmed else None

    def until(self):
        return said.until(reading.due_of(self.context), reading.is_overdue(self.context))

    def count(self):
        return said.counted(reading.count_of(self.context))

    def people(self):
        """Return the rows of proof.rows for the office, those who left aside; None for others."""
        if not self.is_office:
            return None
        return [
            {
                "name": one.name,
                "when": said.moment(one.when) if one.when else None,
                "is_away": one.is_away,
                "earlier": said.moment(one.earlier) if one.earlier else None,
            }
            for one in proof.rows(self.context)
            if one.is_asked or self.mine is None
        ]

    def post(self):
        try:
            operations.confirm(self.context, self.field("mark"))
        except NotAsked as error:
            return self.again(403, error)
        except TextChanged as error:
            return self.again(409, error)
        return self.lead_to(self.context.absolute_url(), THANKS)

    def again(self, status, error):
        self.request.response.setStatus(status)
        self.problem = error.args[0]
        return self.template()


class Proof(OwnPage):
    """@@kenntnisnahme-xlsx: who confirmed which text when, for the office that issues the page."""

    def template(self):
        if not reading.is_office(self.context):
            raise Forbidden(in_site_language(NOT_YOURS))
        sheets = proof.sheets(self.context)
        if not sheets:
            raise NotFound(self.__name__)
        today = formatting.to_local(formatting.now()).date()
        name = f"kenntnisnahme-{self.context.getId()}-{today.isoformat()}"
        data = workbook.workbook_of(sheets)
        return workbook.answer(self.request.response, data, name)

    def post(self):
        raise NotFound(self.__name__)
