"""What stands in the case file of one case, as plain data for akte.typ."""

from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.answers.facts import Html
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.case.actor import is_involved
from kommunalhub.approvals.case.facts import due_of
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.casefile.interfaces import Facts
from kommunalhub.approvals.casefile.interfaces import ICaseFileSection
from kommunalhub.approvals.casefile.interfaces import Table
from kommunalhub.approvals.casefile.plaintext import text_of
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal.people import person_name
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.titles import type_title
from kommunalhub.partners.membership import get_partner
from zope.component import subscribers
from zope.i18n import translate


def data_of(case, request):
    """Return the case file as dicts, lists and texts; see akte.typ for the shape."""

    def said(value):
        if isinstance(value, Html):
            return text_of(value)
        return translate(value, context=request) if value is not None else ""

    number = kept(case, "case_number") or case.getId()
    title = _(
        "casefile_title",
        default="Case file ${number}: ${title}",
        mapping={"number": number, "title": case.Title()},
    )
    now = formatting.moment(formatting.now())
    about = _(
        "casefile_about",
        default="As ${who} could see it on ${when}.",
        mapping={"who": person_name(current_actor().userid), "when": now},
    )
    return {
        "title": said(title),
        "description": case.Description() or said(title),
        "about": said(about),
        "footer": f"{number} · {now}",
        "summary": _block(Facts(tuple(summary_of(case))), said),
        "sections": [
            {
                "title": said(section.title),
                "blocks": [_block(block, said) for block in section.blocks],
            }
            for adapter in sorted(
                subscribers((case, request), ICaseFileSection), key=lambda found: found.order
            )
            for section in adapter.sections()
        ],
    }


def summary_of(case):
    """Yield (label, value) of what every case has."""
    facts = facts_of(case)
    partner = get_partner(facts.partner)
    due = due_of(case)
    yield _("casefile_number", default="Case number"), kept(case, "case_number") or case.getId()
    yield _("casefile_type", default="Kind"), type_title(case.portal_type)
    if partner is not None:
        yield _("casefile_partner", default="Administration"), partner.title
    state = workflows.state_title(facts.portal_type, facts.state)
    yield _("casefile_state", default="State"), state
    if due is not None:
        yield _("casefile_due", default="Due"), formatting.moment(due)
    if case.Description():
        yield _("casefile_description", default="Summary"), case.Description()
    if is_involved(case):
        yield _("casefile_applicant", default="Made by"), person_name(facts.creator) or ""
        yield from _journal_rows(IJournal(case).inspect())


def _journal_rows(report):
    """Yield what proves later that the journal was not changed after printing."""
    label = _("casefile_checksum", default="Journal")
    if not report.sound:
        yield (
            label,
            _(
                "casefile_broken",
                default="Attention: from entry ${seq} on it is not as it was written.",
                mapping={"seq": report.broken},
            ),
        )
    else:
        yield (
            label,
            _(
                "casefile_sound",
                default="${n} entries, checksum ${head}",
                mapping={"n": report.length, "head": report.head},
            ),
        )


def _block(block, said):
    if isinstance(block, Facts):
        return {"kind": "facts", "rows": [[said(label), said(v)] for label, v in block.rows]}
    if isinstance(block, Table):
        return {
            "kind": "table",
            "head": [said(text) for text in block.head],
            "rows": [[said(value) for value in row] for row in block.rows],
            "widths": list(block.widths) or [1] * len(block.head),
            "exact": block.exact,
        }
    return {"kind": "text", "text": said(block.text)}
