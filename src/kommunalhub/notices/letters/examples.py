"""One of each letter with made-up data, for the page that shows them."""

from dataclasses import dataclass
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from kommunalhub import _
from kommunalhub.approvals.journal import entries
from kommunalhub.booking import bookings
from kommunalhub.booking import said
from kommunalhub.booking.bookings import Booking
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.letters import Example
from kommunalhub.core.messages import filled
from kommunalhub.core.titles import type_title
from kommunalhub.notices import rules
from kommunalhub.notices import texts
from kommunalhub.notices.address import link_to
from kommunalhub.notices.audience import Person
from kommunalhub.notices.letters import bookings as letters
from kommunalhub.notices.letters.bookings import booking_letter
from kommunalhub.notices.letters.bookings import Told
from kommunalhub.notices.letters.cases import CaseShown
from kommunalhub.notices.letters.cases import letter_about
from kommunalhub.notices.letters.cases import letter_of_day
from kommunalhub.notices.letters.cases import section
from kommunalhub.notices.letters.reviews import DUE
from kommunalhub.notices.letters.reviews import NOBODY
from kommunalhub.notices.letters.reviews import reviews_letter
from kommunalhub.notices.letters.searches import finds_letter
from kommunalhub.notices.letters.substitutions import SENTENCES
from kommunalhub.notices.letters.substitutions import substitution_letter
from kommunalhub.notices.letters.trial import trial_letter


KEY = "example"
READER = _("example_reader", default="Mia Sample")
OTHER = _("example_other", default="Paul Pattern")
TITLE = _("example_case_title", default="New windows for the fire station")
OTHER_TITLE = _("example_other_case_title", default="Network for the town library")
PAGE_TITLE = _("example_page_title", default="New rule for remote access from 1 January")
#: What somebody hears of a page to be confirmed: when it is sent.
READS = {
    texts.ASKED: _("example_reads_asked", default="A page asks to be read and confirmed"),
    texts.CHANGED: _("example_reads_changed", default="A page asks anew after an essential change"),
    texts.REMINDED: _("example_reads_reminded", default="A page has not been confirmed yet"),
}
KIND = _("example_case_kind", default="Advice on funding")
SUBMITTED = _("example_state_submitted", default="For release")
RELEASED = _("example_state_released", default="Released")
SUBMIT = _("example_verb_submit", default="Submit")
SPACE = _("example_space", default="Desk 2 at the window")
REASON = _("example_booking_reason", default="The lamp above the desk is being repaired.")
SEARCH = _("example_search", default="Guideline for awards")
#: (what, said to whom; see letters.SENTENCES): when it is sent.
BOOKINGS = {
    (letters.MADE, 0): _("example_booking_made", default="Somebody has booked a space"),
    (letters.CHANGED, 1): _("example_booking_changed", default="A booking is changed"),
    (letters.CANCELLED, 1): _("example_booking_cancelled", default="A booking is cancelled"),
    (letters.ASKED, 0): _("example_booking_asked", default="Somebody asks for a space"),
    (letters.GRANTED, 2): _("example_booking_granted", default="A booking is approved"),
    (letters.REFUSED, 2): _("example_booking_refused", default="A booking is not approved"),
    (letters.UNANSWERED, 2): _(
        "example_booking_unanswered", default="A booking is not decided on in time"
    ),
    (letters.WAITING, 0): _("example_booking_waiting", default="Somebody waits for a space"),
    (letters.OFFERED, 2): _("example_booking_offered", default="A space gets free for somebody"),
    (letters.LAPSED, 2): _("example_booking_lapsed", default="A space was offered in vain"),
    (letters.UNLUCKY, 2): _("example_booking_unlucky", default="Somebody has waited in vain"),
    (letters.LEFT, 1): _("example_booking_left", default="Somebody waits no more"),
    (letters.REMINDER, 2): _("example_booking_reminder", default="A booking begins soon"),
}
PRICE = Decimal("12.50")
#: As what a booking is sent to calendars.
STATES = {
    letters.CANCELLED: bookings.CANCELLED,
    letters.ASKED: bookings.ASKED,
    letters.REFUSED: bookings.REFUSED,
    letters.UNANSWERED: bookings.LAPSED,
}
EDITORS = _("example_editors", default="Editors Sample Town")
PAGES = (
    _("example_page_one", default="Registering your address"),
    _("example_page_two", default="Opening hours of the town hall"),
)
HITS = (
    _("example_hit_one", default="Slides: awarding contracts below the thresholds"),
    _("example_hit_two", default="Checklist for award notes"),
)


def examples(portal, request):
    """Return the Examples of all letters that notices write."""
    return [
        *of_cases(portal),
        *of_days(portal),
        *of_searches(portal),
        *of_substitutions(portal),
        *of_bookings(portal),
        *of_reviews(portal),
        example(
            "trial",
            _("example_trial", default="Test mail"),
            trial_letter(portal, KEY, "mia@example.org", request),
        ),
    ]


def example(name, title, letter):
    return Example(name, title, letter.subject, letter.text, letter.html)


def reader(is_staff=True):
    return Person(KEY, in_site_language(READER), "mia@example.org", is_staff)


def case(portal, number="FB-2026-0042", title=TITLE, state=SUBMITTED, days=3, is_staff=True):
    """Return the CaseShown of a case that nobody has made; days: until it is due."""
    now = formatting.now()
    due = formatting.due_text(now + timedelta(days=days), now)[0] if is_staff else None
    return CaseShown(
        number=number,
        title=in_site_language(title) if is_staff else "",
        kind=KIND if is_staff else "",
        state=state,
        due=due,
        link=f"{link_to(portal)}/beispiel",
        mute=f"{link_to(portal)}/beispiel/@@mute-case",
    )


def of_cases(portal):
    other = {"who": in_site_language(OTHER)}
    outside = case(portal, state=RELEASED, is_staff=False)
    submitted = filled(texts.TRANSITION, {**other, "verb": SUBMIT, "state": SUBMITTED})
    question = filled(texts.INSIDE[entries.QUESTION], other)
    for name, title, is_staff, facts, line, reason in (
        (
            "awaits",
            _("example_awaits", default="A case waits for somebody"),
            True,
            case(portal),
            submitted,
            rules.AWAITS,
        ),
        (
            "overdue",
            _("example_overdue", default="A case is overdue"),
            True,
            case(portal, days=-2),
            texts.OVERDUE,
            rules.OVERDUE,
        ),
        (
            "watching",
            _("example_watching", default="There is news on a case that somebody worked on"),
            True,
            case(portal),
            question,
            rules.WATCHING,
        ),
        (
            "applicant",
            _("example_applicant", default="There is news for an applicant from outside"),
            False,
            outside,
            filled(texts.OUTSIDE[entries.TRANSITION], {"state": RELEASED}),
            rules.APPLICANT,
        ),
    ):
        yield example(name, title, letter_about(portal, reader(is_staff), facts, line, reason, KEY))
    page = case(portal, number="", title=PAGE_TITLE, state=RELEASED)
    page = replace(page, kind=type_title("News Item"), due=None)
    for what, title in READS.items():
        told = texts.INSIDE[texts.READS, what]
        why = texts.WHY_OF_KIND[texts.READS]
        letter = letter_about(portal, reader(), page, told, rules.AWAITS, KEY, why=why)
        yield example(f"reads-{what}", title, letter)


def of_days(portal):
    other = {"who": in_site_language(OTHER)}
    first = section(
        case(portal),
        [
            filled(texts.INSIDE[entries.ANSWER], other),
            filled(texts.INSIDE[entries.NOTE], other),
        ],
    )
    second = section(
        case(portal, number="FB-2026-0043", title=OTHER_TITLE, days=1), [texts.DUE_SOON]
    )
    for name, title, sections in (
        ("day", _("example_day", default="Summary of a day"), [second, first]),
        ("day-one", _("example_day_one", default="Summary of a day, one case"), [first]),
    ):
        yield example(name, title, letter_of_day(portal, reader(), sections, KEY))


def of_searches(portal):
    titles = {str(number): in_site_language(hit) for number, hit in enumerate(HITS)}
    address = "SearchableText=Vergabe"
    where = (("0", "slide", (4,)), ("1", "page", (17, 45)))
    one = ("1", in_site_language(SEARCH), address, tuple(titles), where)
    two = ("2", in_site_language(OTHER_TITLE), address, ("0",))
    for name, title, is_staff, finds in (
        ("search", _("example_search_one", default="New hits of a saved search"), True, [one]),
        (
            "searches",
            _("example_search_more", default="New hits of several saved searches"),
            True,
            [one, two],
        ),
        (
            "search-outside",
            _("example_search_outside", default="New hits, for somebody from outside"),
            False,
            [one],
        ),
    ):
        letter = finds_letter(portal, reader(is_staff), finds, titles, KEY)
        yield example(name, title, letter)


def of_bookings(portal):
    start = formatting.now() + timedelta(days=1)
    space = SpaceShown(in_site_language(SPACE))
    booking = Booking("0" * 32, "", start, start + timedelta(hours=2), purpose="")
    for (what, side), title in BOOKINGS.items():
        mapping = {
            "other": in_site_language(OTHER),
            "space": space.title,
            "when": said.when(booking.span),
            "until": formatting.moment(start - timedelta(hours=2)),
        }
        has_reason = what in (letters.CANCELLED, letters.REFUSED)
        told = Told(
            booking=replace(
                booking,
                state=STATES.get(what, bookings.CONFIRMED),
                price=PRICE if what in (letters.MADE, letters.CHANGED) else None,
            ),
            space=space,
            sentence=filled(letters.SENTENCES[what][side], mapping),
            reason=in_site_language(REASON) if has_reason else "",
            key=KEY,
            sender=("", "hub@example.org"),
            what=what,
            link=f"{link_to(portal)}/beispiel" if what == letters.OFFERED else "",
        )
        yield example(f"booking-{what}", title, booking_letter(portal, reader(), told))


@dataclass(frozen=True)
class SpaceShown:
    """A space that nobody has made."""

    title: str

    def Title(self):
        return self.title


def of_reviews(portal):
    pages = [
        (in_site_language(title), f"{link_to(portal)}/beispiel-{number}")
        for number, title in enumerate(PAGES, 1)
    ]
    for what, title, found in (
        (DUE, _("example_reviews", default="Pages are to be reviewed"), pages),
        (NOBODY, _("example_nobody", default="Nobody looks after pages any more"), []),
    ):
        facts = {"who": in_site_language(EDITORS), "count": 2}
        letter = reviews_letter(portal, reader(), what, facts, found, KEY)
        yield example(f"reviews-{what}", title, letter)


def of_substitutions(portal):
    now, other = formatting.now(), in_site_language(OTHER)
    mapping = {
        "other": other,
        "start": formatting.moment(now),
        "end": formatting.moment(now + timedelta(days=14)),
    }
    titles = {
        ("named", 0): _("example_stand_in", default="Somebody is named as a substitute"),
        ("named", 1): _("example_stood_in", default="Somebody is represented from some day on"),
        ("begun", 0): _("example_stand_in_begun", default="Standing in begins"),
        ("begun", 1): _("example_stood_in_begun", default="Being represented begins"),
        ("ended", 0): _("example_stand_in_ended", default="Standing in ends"),
        ("ended", 1): _("example_stood_in_ended", default="Being represented ends"),
        ("cancelled", 0): _("example_stand_in_cancelled", default="Standing in is called off"),
        ("cancelled", 1): _("example_stood_in_cancelled", default="A representation is called off"),
    }
    for (what, side), title in titles.items():
        sentence = filled(SENTENCES[what][side], mapping)
        letter = substitution_letter(portal, reader(), sentence, other, KEY)
        yield example(f"substitution-{what}-{('substitute', 'absent')[side]}", title, letter)
