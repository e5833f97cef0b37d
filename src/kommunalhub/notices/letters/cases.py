"""Letters about cases: one at once, and the summary of a day."""

from dataclasses import dataclass
from dataclasses import replace
from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.case.facts import due_of
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.language import in_site_language
from kommunalhub.core.titles import type_title
from kommunalhub.notices import rules
from kommunalhub.notices import texts
from kommunalhub.notices.address import link_for
from kommunalhub.notices.address import link_to
from kommunalhub.notices.answering import envelope_of
from kommunalhub.notices.letters.writing import LetterSection
from kommunalhub.notices.letters.writing import short
from kommunalhub.notices.letters.writing import write
from kommunalhub.security.guests.operations import is_guest


TO_CASE = _("mail_to_case", default="To the case")


@dataclass(frozen=True)
class CaseShown:
    """What a letter tells of a case to one person; title, kind and due are empty for outsiders."""

    number: str
    title: str
    kind: str
    state: object
    due: object
    link: str
    mute: str


def shown(portal, case, person):
    due = due_of(case) if person.is_staff else None
    return CaseShown(
        number=kept(case, "case_number") or "",
        title=short(case.Title()) if person.is_staff else "",
        kind=type_title(case.portal_type) if person.is_staff else "",
        state=workflows.state_title(case.portal_type, workflows.state_of(case)),
        due=None if due is None else formatting.due_text(due, formatting.now())[0],
        link=link_for(portal, person.userid, case),
        mute="" if is_guest(person.userid) else link_to(portal, case, "mute-case"),
    )


def case_letter(portal, case, person, notice, key):
    """Return the Letter that tells a person at once what a notice says."""
    facts, line = shown(portal, case, person), texts.sentence(notice, person.is_staff)
    envelope = envelope_of(case, person.userid, notice)
    letter = letter_about(
        portal,
        person,
        facts,
        line,
        notice["reason"],
        key,
        notice["case"],
        notice["seq"],
        envelope,
        why=texts.why(notice, is_mine=True),
    )
    return letter if envelope is None else enclosed(letter, envelope)


def letter_about(portal, person, facts, line, reason, key, case="", seq=0, envelope=None, why=None):
    """Return the Letter with one line about a CaseShown. reason: why the person hears of it.

    why: the same as a sentence, where that of the reason does not fit.
    """
    return write(
        portal,
        person,
        "case",
        key=key,
        subject=subject_of(facts, reason),
        sections=[section(facts, [line], envelope.said if envelope is not None else ())],
        why=in_site_language(why or texts.WHY[reason]),
        mute=facts.mute,
        case=case,
        seq=seq,
    )


def enclosed(letter, envelope):
    """Return a Letter that can be answered by mail."""
    return replace(
        letter,
        subject=f"{letter.subject} [{envelope.mark}]",
        mark=envelope.mark,
        reply_to=envelope.reply_to,
        references=envelope.references,
    )


def digest_letter(portal, person, groups, key):
    """Return the Letter of a daily summary. groups: [(case, [notices])]."""
    sections = [
        section(
            shown(portal, case, person),
            [texts.sentence(notice, person.is_staff) for notice in notices],
        )
        for case, notices in groups
    ]
    return letter_of_day(portal, person, sections, key)


def letter_of_day(portal, person, sections, key):
    count = {"count": len(sections), "site": portal.Title()}
    return write(
        portal,
        person,
        "digest",
        key=key,
        subject=_("mail_digest_subject", default="Your day: news on ${count} cases", mapping=count)
        if len(sections) > 1
        else _("mail_digest_subject_one", default="Your day: news on one case"),
        sections=sections,
        inbox=link_to(portal, view="inbox"),
    )


def section(facts, lines, said=()):
    """Return the LetterSection of a CaseShown. said: what somebody has said, line by line."""
    parts = [in_site_language(part) for part in (facts.kind, facts.state, facts.due) if part]
    return LetterSection(
        heading=" · ".join(part for part in (facts.number, facts.title) if part),
        lines=[in_site_language(line) for line in lines],
        link=facts.link,
        go=in_site_language(TO_CASE),
        name=facts.number or facts.title,
        facts=" · ".join(parts),
        said=said,
    )


def subject_of(facts, reason):
    mapping = {"number": facts.number, "title": facts.title, "state": facts.state}
    if not facts.title:
        return _("mail_subject_outside", default="${number}: ${state}", mapping=mapping)
    if reason == rules.OVERDUE:
        return _("mail_subject_overdue", default="Overdue: ${number} ${title}", mapping=mapping)
    if reason == rules.AWAITS:
        return _(
            "mail_subject_awaits", default="Waiting for you: ${number} ${title}", mapping=mapping
        )
    return _("mail_subject_news", default="${number} ${title}: ${state}", mapping=mapping)
