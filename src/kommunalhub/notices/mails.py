"""The texts of mails: one about a case, one for the daily summary; as text and as HTML.

A mail goes through foreign hands. People of the administrations read number, title and who did
what; applicants from outside read number, state and a link, and never a text out of the case.
"""

from dataclasses import dataclass
from html import escape
from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.cases import due_of
from kommunalhub.approvals.cases import kept
from kommunalhub.core import formatting
from kommunalhub.core.titles import type_title
from kommunalhub.notices import rules
from kommunalhub.notices import texts
from kommunalhub.notices.address import link_to
from kommunalhub.notices.outbox import Letter
from plone import api
from zope.i18n import translate


LONGEST_TITLE = 120
REGARDS = _("mail_regards", default="Kind regards")
TO_CASE = _("mail_to_case", default="To the case")
TO_INBOX = _("mail_to_inbox", default="What is waiting for me")
MUTE = _("mail_mute", default="No more mails about this case")
PREFERENCES = _("mail_preferences", default="Change which mails I get")


@dataclass(frozen=True)
class CaseShown:
    """What a mail tells of a case to one person; title, kind and due are empty for outsiders."""

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
        link=link_to(portal, case),
        mute=link_to(portal, case, "mute-case"),
    )


def case_letter(portal, case, person, notice, key):
    """Return the Letter that tells a person at once what a notice says."""
    facts = shown(portal, case, person)
    sections = [Section(facts, [texts.sentence(notice, person.is_staff)])]
    return letter(
        portal,
        person,
        key=key,
        subject=said(subject_of(facts, notice["reason"])),
        intro=None,
        sections=sections,
        outro=texts.WHY[notice["reason"]],
        links=[(facts.mute, MUTE)],
        case=notice["case"],
        seq=notice["seq"],
    )


def digest_letter(portal, person, groups, key):
    """Return the Letter of a daily summary. groups: [(case, [notices])]."""
    sections = [
        Section(
            shown(portal, case, person),
            [texts.sentence(notice, person.is_staff) for notice in notices],
        )
        for case, notices in groups
    ]
    count = {"count": len(sections), "site": portal.Title()}
    return letter(
        portal,
        person,
        key=key,
        subject=said(
            _("mail_digest_subject", default="Your day: news on ${count} cases", mapping=count)
            if len(sections) > 1
            else _("mail_digest_subject_one", default="Your day: news on one case")
        ),
        intro=_("mail_digest_intro", default="This has happened since the last summary:"),
        sections=sections,
        outro=_("mail_digest_why", default="You have chosen one mail a day."),
        links=[(link_to(portal, view="inbox"), TO_INBOX)],
    )


@dataclass(frozen=True)
class Section:
    """One case (or search) in a mail, with what happened to it; go: words of its link."""

    case: CaseShown
    lines: list
    go: object = TO_CASE


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


def letter(portal, person, key, subject, intro, sections, outro, links, case="", seq=0):
    """Return a Letter with all that mails of ours have in common."""
    preferences = link_to(portal, view="notice-preferences")
    links = [*links, (preferences, PREFERENCES)]
    greeting = said(_("mail_greeting", default="Hello ${name},", mapping={"name": person.name}))
    sender = api.portal.get_registry_record("plone.email_from_name", default=None)
    parts = (greeting, said(intro), sections, said(outro), links, sender or portal.Title())
    return Letter(
        key=key,
        userid=person.userid,
        recipient=person.email,
        subject=subject,
        text=as_text(*parts),
        html=as_html(subject, *parts),
        preferences=preferences,
        case=case,
        seq=seq,
    )


def as_text(greeting, intro, sections, outro, links, sender):
    blocks = [greeting, intro]
    for section in sections:
        head, facts = headline(section.case), facts_line(section.case)
        lines = [head, *(said(line) for line in section.lines), facts]
        lines.append(f"{said(section.go)}: {section.case.link}")
        blocks.append("\n".join(line for line in lines if line))
    blocks.append(outro)
    blocks.append("\n".join(f"{said(title)}: {url}" for url, title in links))
    blocks.append(f"{said(REGARDS)}\n{sender}")
    return "\n\n".join(block for block in blocks if block) + "\n"


def as_html(subject, greeting, intro, sections, outro, links, sender):
    """Return the same as a page without pictures, styles from elsewhere or anything that counts."""
    body = [tag("p", greeting), tag("p", intro) if intro else ""]
    for section in sections:
        lines = "".join(tag("p", said(line), "margin:0 0 8px") for line in section.lines)
        body.append(
            '<div style="border-left:4px solid #0b4f5c;padding:2px 0 2px 14px;margin:18px 0">'
            + tag("h2", headline(section.case), "font-size:18px;margin:0 0 8px")
            + lines
            + tag("p", facts_line(section.case), "margin:0 0 10px;color:#4a4a4a")
            + anchor(section.case.link, section.go, label(section))
            + "</div>"
        )
    body.append(tag("p", outro, "color:#4a4a4a"))
    body += [
        f'<p style="margin:0 0 6px"><a href="{escape(url)}">{escape(said(title))}</a></p>'
        for url, title in links
    ]
    body.append(tag("p", said(REGARDS)) + tag("p", sender))
    language = api.portal.get_default_language()
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(subject)}</title></head>\n"
        '<body style="font-family:Arial,sans-serif;font-size:16px;line-height:1.5;'
        'color:#1b1b1b;background:#fff;max-width:600px;margin:0 auto;padding:16px">\n'
        + "\n".join(part for part in body if part)
        + "\n</body></html>\n"
    )


def tag(name, text, style=""):
    attribute = f' style="{style}"' if style else ""
    return f"<{name}{attribute}>{escape(text)}</{name}>"


def anchor(url, title, label):
    return (
        f'<p style="margin:0"><a href="{escape(url)}" aria-label="{escape(label)}" '
        'style="display:inline-block;background:#0b4f5c;color:#fff;padding:10px 18px;'
        f'border-radius:6px;text-decoration:none">{escape(said(title))}</a></p>'
    )


def label(section):
    return f"{said(section.go)}: {section.case.number or section.case.title}"


def headline(case):
    return " · ".join(part for part in (case.number, case.title) if part)


def facts_line(case):
    """Return kind, state and due date of a case in one line."""
    parts = [said(part) for part in (case.kind, case.state, case.due) if part]
    return " · ".join(parts)


def said(message):
    """Return a message in the language of the site: the reader's browser is not here to ask."""
    if message is None:
        return ""
    return translate(message, target_language=api.portal.get_default_language())


def short(title):
    title = " ".join(title.split())
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"
