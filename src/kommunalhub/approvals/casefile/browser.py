"""@@akte.pdf, and the links of a case's page to what belongs to its records."""

from kommunalhub.approvals.case.actor import is_involved
from kommunalhub.approvals.casefile.contents import data_of
from kommunalhub.approvals.casefile.printing import pdf_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from Products.Five import BrowserView
from urllib.parse import quote


class CaseFilePdf(BrowserView):
    """The case file as a PDF, made for who asks and kept nowhere."""

    def __call__(self):
        pdf = pdf_of(data_of(self.context, self.request), formatting.now().timestamp())
        number = kept(self.context, "case_number") or self.context.getId()
        set_header = self.request.response.setHeader
        set_header("Content-Type", "application/pdf")
        set_header("Content-Length", str(len(pdf)))
        set_header("Content-Disposition", f"inline; filename*=UTF-8''{quote(f'Akte {number}.pdf')}")
        set_header("Cache-Control", "private, no-store")
        set_header("X-Robots-Tag", "noindex")
        return pdf


class CaseRecords(BrowserView):
    """A line of links for the page of a case."""

    def is_involved(self):
        return is_involved(self.context)

    def may_redact(self):
        return asking.may("kommunalhub: Redact journal", self.context)
