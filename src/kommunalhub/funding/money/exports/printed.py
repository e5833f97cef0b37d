"""The statement of use as an accessible PDF, for the treasury and the funder."""

from datetime import date
from decimal import Decimal
from kommunalhub import _
from kommunalhub.approvals.casefile.printing import amounts_in
from kommunalhub.approvals.casefile.printing import pdf_of
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.language import in_site_language as said
from kommunalhub.funding.applications import titles as applications
from kommunalhub.funding.money import titles
from kommunalhub.funding.money.exports.tables import Tables
from kommunalhub.funding.money.proof import operations as proof
from kommunalhub.funding.money.said import plan_rule
from kommunalhub.partners.localroles import partner_of
from kommunalhub.partners.membership import get_partner


REFERENCE = _("label_application_reference", default="The funder's file number")
FINANCING = _("fact_financing", default="Kind of financing")


def pdf(case, application):
    """Return the bytes of the PDF."""
    return pdf_of(data_of(case, application), int(formatting.now().timestamp()))


def data_of(case, application):
    """Return what is printed, in the shape that casefile/akte.typ asks for."""
    tables = Tables(case, application)
    number = kept(case, "case_number") or case.getId()
    row = proof.open_proof(tables.book) or proof.answered_proof(tables.book)
    title = said(
        _(
            "pdf_money_title",
            default="Statement of use: ${title}",
            mapping={"title": application.programme_title},
        )
    )
    now = formatting.moment(formatting.now())
    about = said(
        _(
            "pdf_money_about",
            default="Case ${number}, ${case}. As of ${when}.",
            mapping={"number": number, "case": case.Title(), "when": now},
        )
    )
    return {
        "title": title,
        "description": about,
        "about": about,
        "footer": f"{number} · {now}",
        "summary": {"kind": "facts", "rows": list(facts_of(case, application, tables))},
        "sections": [*report_of(row), *(section_of(table, tables) for table in tables.all())],
    }


def facts_of(case, application, tables):
    account, found = tables.account, tables.figures
    partner = get_partner(partner_of(case))
    rows = [
        (_("casefile_partner", default="Administration"), partner.title if partner else ""),
        (_("label_application_programme", default="Programme"), application.programme_title),
        (REFERENCE, reference_of(application)),
        (_("col_state", default="State"), applications.state(application.state)),
        (_("fact_granted", default="Granted"), account.terms.grant),
        (FINANCING, titles.FINANCING[account.terms.financing]),
        (_("fact_drawn", default="Received"), account.received),
        (_("fact_paid_back", default="Paid back"), account.paid_back),
        (_("fact_result", default="Grant that remains"), found["result"]),
        (_("fact_repay", default="To be paid back"), found["repay"]),
        (_("fact_still_due", default="Still to come"), found["still_due"]),
    ]
    return [[said(label), text_of(value)] for label, value in rows if value not in ("", None)]


def reference_of(application):
    notices = [notice for notice in application.notices if notice.get("reference")]
    return notices[-1]["reference"] if notices else application.reference


def report_of(row):
    """Yield the section with the report, where a statement was handed in."""
    if row is None:
        return
    blocks = [{"kind": "text", "text": row["report"]}]
    if row["reason"]:
        blocks.append({"kind": "text", "text": row["reason"]})
    yield {"title": said(_("label_proof_report", default="Report")), "blocks": blocks}


def section_of(table, tables):
    title, head, rows = table
    if not rows:
        text = said(_("pdf_money_nothing", default="Nothing is entered."))
        return {"title": title, "blocks": [{"kind": "text", "text": text}]}
    blocks = [
        {
            "kind": "table",
            "head": head,
            "rows": [[text_of(value) for value in row] for row in rows],
            "widths": [2 if at == 0 else 1 for at in range(len(head))],
            "exact": None,
            "right": amounts_in(rows),
        }
    ]
    if len(head) == 6 and title == tables.costs()[0]:
        blocks.append({"kind": "text", "text": said(plan_rule(tables.figures))})
    return {"title": title, "blocks": blocks}


def text_of(value):
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return formatting.money(value)
    if isinstance(value, date):
        return formatting.day(value)
    return said(value) if not isinstance(value, int) else str(value)
