"""From what a letter tells to the Letter that is sent: text and HTML, in the site's language."""

from chameleon import PageTemplateLoader
from dataclasses import dataclass
from kommunalhub.core import brand
from kommunalhub.core import registry
from kommunalhub.core.language import in_site_language
from kommunalhub.core.language import site_language
from kommunalhub.notices.address import link_to
from kommunalhub.notices.outbox import Letter
from kommunalhub.security.guests.operations import is_guest
from pathlib import Path
from zope.i18n import translate

import re


LONGEST_TITLE = 120


def translated(msgid, domain=None, mapping=None, target_language=None, default=None, **_):
    """Translate for a template: it is given a language, where Zope's ask for the request's."""
    return translate(
        msgid, domain=domain, mapping=mapping, target_language=target_language, default=default
    )


#: Chameleon as it is, not Zope's: the thread that sends mails has no request.
TEMPLATES = PageTemplateLoader(
    str(Path(__file__).parent / "templates"),
    default_expression="python",
    translate=translated,
)


@dataclass(frozen=True)
class LetterSection:
    """One case or search in a letter, with what happened to it.

    heading: its number and title, as far as who reads may know them. go: words of the link. name:
    what it leads to, for those who hear links one by one. facts: how it stands, in one line. said:
    words of somebody, line by line.
    """

    heading: str
    lines: list
    link: str
    go: str
    name: str
    facts: str = ""
    said: tuple = ()


def write(portal, person, template, *, key, subject, case="", seq=0, finds=(), **told):
    """Return a Letter to a person; one without an account has nothing to set.

    template: name of its two files; told: what they show, texts in the language of the site.
    """
    has_account = person.userid and not is_guest(person.userid)
    preferences = link_to(portal, view="notice-preferences") if has_account else ""
    sender = registry.read("plone.email_from_name")
    subject = " ".join(in_site_language(subject).split())  # what has no number leaves a gap
    values = {
        "subject": subject,
        "name": person.name,
        "preferences": preferences,
        "sender": sender or portal.Title(),
        "colour": brand.colour(),
        "target_language": site_language(),
        **told,
    }
    return Letter(
        key=key,
        userid=person.userid,
        recipient=person.email,
        subject=subject,
        text=tidy(TEMPLATES[f"{template}.txt.pt"](**values)),
        html=TEMPLATES[f"{template}.html.pt"](**values),
        preferences=preferences,
        case=case,
        seq=seq,
        finds=finds,
    )


def tidy(text):
    r"""Return a text without the blank lines that the tags of its template leave.

    >>> tidy("\n  \nMoin,\n \n\n\nIhr Hub  \n")
    'Moin,\n\nIhr Hub\n'
    """
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip() + "\n"


def short(title):
    """Return a title in one line, cut where it is very long."""
    title = " ".join(title.split())
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"
