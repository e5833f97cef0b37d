"""The agreement in the printed case file: what was agreed, which paper it is, and who accepted."""

from datetime import datetime
from kommunalhub import _
from kommunalhub.approvals.casefile.interfaces import Facts
from kommunalhub.approvals.casefile.interfaces import Section
from kommunalhub.approvals.casefile.interfaces import Text
from kommunalhub.approvals.casefile.sections import CaseSection
from kommunalhub.core import formatting
from kommunalhub.core.persons import name_of
from kommunalhub.coworking.agreement.storage import agreement_of
from kommunalhub.coworking.interfaces import ICoworkingApplication
from kommunalhub.interfaces import IKommunalhubLayer
from zope.component import adapter

import hashlib


@adapter(ICoworkingApplication, IKommunalhubLayer)
class AgreementSection(CaseSection):
    """The facts as they were frozen, and the checksum of the PDF that is kept."""

    order = 40

    def sections(self):
        agreement = agreement_of(self.case)
        if agreement is None:
            return
        facts, accepted = agreement.facts, agreement.accepted
        said = _("casefile_agreement_open", default="not yet")
        if accepted:
            said = _(
                "casefile_agreement_accepted",
                default="on ${when} by ${who}",
                mapping={
                    "when": formatting.moment(datetime.fromisoformat(accepted["when"])),
                    "who": name_of(accepted["by"]),
                },
            )
        rows = [
            *map(tuple, facts["rows"]),
            (_("label_agreement_drawn_up", default="Drawn up"), facts["day"]),
            (_("label_agreement_accepted", default="Accepted"), said),
            (
                _("label_agreement_checksum", default="Checksum of the PDF (SHA-256)"),
                hashlib.sha256(agreement.pdf.data).hexdigest(),
            ),
        ]
        blocks = [Facts(tuple((self.said(label), self.said(value)) for label, value in rows))]
        if facts["hint"]:
            blocks.append(Text(facts["hint"]))
        title = _("agreement_title", default="Agreement of use")
        yield Section(title, tuple(blocks))
