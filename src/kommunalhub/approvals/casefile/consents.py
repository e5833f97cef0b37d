"""The consents in the case file: the newest round, as its bar on the case's page shows it."""

from kommunalhub import _
from kommunalhub.approvals.case.actor import is_involved
from kommunalhub.approvals.casefile.interfaces import Section
from kommunalhub.approvals.casefile.interfaces import Table
from kommunalhub.approvals.casefile.interfaces import Text
from kommunalhub.approvals.casefile.plaintext import text_of
from kommunalhub.approvals.casefile.sections import CaseSection
from kommunalhub.approvals.consents.browser.section import Consents
from zope.component import getMultiAdapter


HEAD = (
    _("casefile_party", default="Who was asked"),
    _("casefile_vote", default="Vote"),
    _("casefile_voter", default="Cast by"),
    _("casefile_when", default="When"),
)


class ConsentsSection(CaseSection):
    """Who was asked and what they said, with their reasons where the reader may read them."""

    order = 30

    def sections(self):
        if not is_involved(self.case):
            return
        shown = getMultiAdapter((self.case, self.request), name="case-consents")
        if not isinstance(shown, Consents) or shown.round is None:
            return
        rows = tuple(self.row(row) for row in shown.rows())
        table = Table(HEAD, rows, widths=(4, 6, 4, 4))
        summary = "\n".join(self.said(text) for text in (shown.rule(), shown.summary()) if text)
        yield Section(_("heading_consents", default="Consents"), (Text(summary), table))

    def row(self, row):
        said = self.said(row["said"])
        if row["comment"]:
            said = f"{said}\n„{text_of(row['comment'])}“"
        return (row["title"], said, row["who"] or "", row["when"] or "")
