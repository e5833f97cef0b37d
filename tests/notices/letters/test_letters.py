"""Every letter word for word, as text and as HTML, beside this file.

After a wording was changed on purpose, `pytest tests/notices/letters --write-letters` writes the
files anew; what has changed is then seen in the diff.
"""

from datetime import datetime
from datetime import timedelta
from html.parser import HTMLParser
from kommunalhub.booking.bookings import Booking
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.core.letters import ILetterExamples
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.notices.audience import Person
from kommunalhub.notices.letters import bookings
from kommunalhub.notices.letters import cases
from kommunalhub.notices.letters import examples as made_up
from kommunalhub.notices.letters import searches
from kommunalhub.notices.letters import substitutions
from kommunalhub.notices.letters.writing import TEMPLATES
from kommunalhub.notices.letters.writing import write
from kommunalhub.notices.rules import AWAITS
from kommunalhub.security.address import RECORD
from pathlib import Path
from plone import api
from zope.component import getUtilitiesFor
from zope.i18n import translate
from zope.interface import alsoProvides

import kommunalhub
import pytest
import re


HERE = Path(__file__).parent
NOW = datetime.fromisoformat("2026-11-18T08:12:00+00:00")
HOSTILE = "Brücke \"A&amp;B\" <script>x()</script> & 'C' ${name}"
CATALOGUE = Path(kommunalhub.__file__).parent / "locales/de/LC_MESSAGES/kommunalhub.po"
LETTERS = (
    *("ticket-reported", "ticket-for-you"),
    *("apply-confirm", "apply-received", "apply-renewed"),
    *(
        f"booking-{what}"
        for what in (
            *("asked", "cancelled", "changed", "granted", "lapsed", "left", "made", "offered"),
            *("refused", "reminder", "unanswered", "unlucky", "waiting"),
        )
    ),
    *("account", "applicant", "awaits", "barrier", "day", "day-one", "overdue", "password"),
    *("password-set", "registration", "registration-known", "search", "search-outside"),
    *("deadlines", "deadlines-after", "deadlines-escalated", "radar-1", "radar-2"),
    *("programmes-stale", "report-left-out", "report-taken", "searches", "trial", "username"),
    "position-vacant",
    *("project-left", "project-not-joined", "project-report"),
    *("disturbance-begin", "disturbance-update", "disturbance-end", "watching"),
    *("ticket-link-confirm", "ticket-link-received", "ticket-link-renewed"),
    *("ticket-message", "ticket-received", "second-level-handed"),
    *("reviews-due", "reviews-nobody", "report-done"),
    *(
        f"workshop-{kind}"
        for kind in (
            *("called-off", "certificate", "changed", "confirm", "excused", "given-back", "lapsed"),
            *("message", "offered", "registered", "reminder", "removed", "retraining", "waiting"),
        )
    ),
    *(f"group-{what}" for what in ("away", "booked", "cancelled", "comes", "confirm")),
    *(f"reads-{what}" for what in ("asked", "changed", "reminded")),
    *(
        f"substitution-{what}-{side}"
        for what in ("begun", "cancelled", "ended", "named")
        for side in ("absent", "substitute")
    ),
)


@pytest.fixture
def site(integration, monkeypatch):
    """The site with an address and a name for its mail, on a fixed day."""
    monkeypatch.setattr(formatting, "now", lambda: NOW)
    api.portal.set_registry_record(RECORD, "https://hub.example.org")
    api.portal.set_registry_record("plone.email_from_name", "Digitaler Hub")
    api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
    alsoProvides(integration["request"], IKommunalhubLayer)
    return integration["portal"]


@pytest.fixture
def examples(site):
    """Return {name: Example} of all that anybody has registered."""
    with as_builder(site):
        found = [
            example
            for _name, examples in getUtilitiesFor(ILetterExamples)
            for example in examples(site, site.REQUEST)
        ]
    assert len({example.name for example in found}) == len(found)
    return {example.name: example for example in found}


@pytest.mark.parametrize("name", LETTERS)
def test_the_letter_is_the_same_to_the_word(examples, name, request):
    example = examples[name]
    written = {f"{name}.txt": f"{example.subject}\n\n{example.text}", f"{name}.html": example.html}
    for file, text in written.items():
        if request.config.option.write_letters and text:
            (HERE / file).write_text(text, encoding="utf-8")
        assert (HERE / file).is_file() is bool(text), file
        assert not text or (HERE / file).read_text(encoding="utf-8") == text


def test_every_letter_has_its_files_and_no_file_is_left_over(examples):
    assert sorted(examples) == sorted(LETTERS)
    files = {path.stem for path in HERE.iterdir() if path.suffix in (".txt", ".html")}
    assert files == set(LETTERS)


def test_every_subject_of_a_mail_stands_on_a_letter(examples):
    """Whoever adds a mail shows it: its subject is a message `mail_…subject…`."""
    told = CATALOGUE.read_text(encoding="utf-8")
    subjects = re.findall(r'^msgid "mail_\w*subject\w*"\nmsgstr "(.+)"$', told, re.MULTILINE)
    assert len(subjects) >= 12
    unseen = [
        subject
        for subject in subjects
        if not any(
            re.fullmatch(re.sub(r"\\\$\\\{\w+\\\}", ".+", re.escape(subject)), example.subject)
            for example in examples.values()
        )
    ]
    assert unseen == []


def test_every_letter_is_named_in_german(examples):
    titles = [translate(example.title, target_language="de") for example in examples.values()]
    assert len(set(titles)) == len(titles)
    for example, title in zip(examples.values(), titles, strict=True):
        assert title not in (example.title, example.title.default)


class Page(HTMLParser):
    """Collects what a page of HTML says, and of what it is made."""

    def __init__(self, html):
        super().__init__()
        self.said, self.tags, self.links = "", [], {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        values = dict(attributes)
        if tag == "a":
            self.links[values["href"]] = values.get("aria-label", "")

    def handle_data(self, data):
        self.said += data


def hostile_letters(portal):
    person = Person("mia", HOSTILE, "mia@example.org", True)
    link = "https://hub.example.org/a?b=c&d=<e>"
    shown = cases.CaseShown("FB-1", HOSTILE, HOSTILE, HOSTILE, HOSTILE, link, link)
    find = ("1", HOSTILE, "SearchableText=a&b=<c>", ("uid",))
    booking = Booking("0" * 32, "", NOW, NOW + timedelta(hours=1), purpose=HOSTILE)
    space = made_up.SpaceShown(HOSTILE)
    told = bookings.Told(booking, space, HOSTILE, HOSTILE, "key", ("", "hub@example.org"))
    return {
        "booking": bookings.booking_letter(portal, person, told),
        "case": cases.letter_about(portal, person, shown, HOSTILE, AWAITS, "key"),
        "digest": cases.letter_of_day(portal, person, [cases.section(shown, [HOSTILE])], "key"),
        "finds": searches.finds_letter(portal, person, [find], {"uid": HOSTILE}, "key"),
        "substitution": substitutions.substitution_letter(portal, person, HOSTILE, HOSTILE, "key"),
        "plain": write(
            portal,
            person,
            "plain",
            key="key",
            subject=HOSTILE,
            sentences=[HOSTILE],
            facts=[(HOSTILE, HOSTILE)],
            why=HOSTILE,
            links=[(HOSTILE, link)],
        ),
    }


def test_what_people_typed_stays_text(site):
    for name, letter in hostile_letters(site).items():
        page = Page(letter.html)
        assert "script" not in page.tags, name
        assert HOSTILE in page.said, name
        assert HOSTILE in letter.text, name
        assert HOSTILE in letter.subject or name == "digest"
        assert "&lt;" not in letter.text
        assert all(f": {link}\n" in letter.text for link in page.links), name


def test_every_template_is_used(site):
    kept = {path.name.removesuffix(".pt") for path in Path(TEMPLATES.search_path[0]).glob("*.pt")}
    shared = {f"{name}.{ending}" for name in ("frame", "sections") for ending in ("txt", "html")}
    letters = {f"{name}.{ending}" for name in hostile_letters(site) for ending in ("txt", "html")}
    assert kept == shared | letters


def test_html_and_text_say_the_same(examples):
    for name, example in examples.items():
        if not example.html:
            continue
        words = re.findall(r"\w+", Page(example.html.split("</title>")[1]).said)
        text = re.findall(r"\w+", re.sub(r"https?://\S+", "", example.text))
        assert words == text, name
