"""Downloads: the money of an application, and what is earmarked in an administration."""

from kommunalhub.core import workbook
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.kept import kept
from kommunalhub.core.language import in_site_language as said
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.core.tools import catalog
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.money.exports import printed
from kommunalhub.funding.money.exports.tables import heads
from kommunalhub.funding.money.exports.tables import Tables
from kommunalhub.funding.money.exports.tables import THING
from kommunalhub.funding.money.exports.tables import thing_cells
from kommunalhub.funding.money.shown import application_shown
from kommunalhub.funding.money.storage import book_of
from kommunalhub.funding.money.titles import INVENTORY


class Download(NumberInPath, OwnPage):
    """Something to take along of one application, made for who asks and kept nowhere."""

    def name(self, application):
        return f"{kept(self.context, 'case_number') or self.context.getId()}-{application.number}"


class MoneyXlsx(Download):
    """@@foerderung.xlsx/<application>: plan, drawdowns, receipts, proof and inventory."""

    def __call__(self):
        application = application_shown(self.context, self.number)
        data = workbook.workbook_of(Tables(self.context, application).all())
        name = f"foerderung-{self.name(application)}"
        return workbook.answer(self.request.response, data, name)


class MoneyPdf(Download):
    """@@verwendung.pdf/<application>: the same as an accessible PDF."""

    def __call__(self):
        application = application_shown(self.context, self.number)
        data = printed.pdf(self.context, application)
        header = self.request.response.setHeader
        header("Content-Type", "application/pdf")
        header("Content-Length", str(len(data)))
        name = f"verwendung-{self.name(application)}.pdf"
        header("Content-Disposition", f'attachment; filename="{name}"')
        header("Cache-Control", "private, no-store")
        return data


class InventoryXlsx(OwnPage):
    """@@zweckbindung.xlsx: what is earmarked in the cases below that the person may see."""

    def __call__(self):
        path = "/".join(self.context.getPhysicalPath())
        brains = catalog()(portal_type="FundingConsultation", path=path, sort_on="sortable_title")
        rows = [
            row
            for brain in brains
            if (brain.case_extra or {}).get("things")
            for row in rows_of(brain.getObject())
        ]
        sheet = (said(INVENTORY), heads("case", "programme", *THING), rows)
        data = workbook.workbook_of([sheet])
        return workbook.answer(self.request.response, data, f"zweckbindung-{self.context.getId()}")


def rows_of(case):
    """Yield the cells of what is earmarked by the applications of a case."""
    for application in funding_of(case).applications.values():
        for row in book_of(case, application.number).things.values():
            yield [case.Title(), application.programme_title, *thing_cells(row)]
