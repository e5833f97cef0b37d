"""The German of the hub: one word for one thing, all people meant, whole and well-set sentences."""

from babel.messages.pofile import read_po
from german import faults
from pathlib import Path
from pypdf import PdfReader

import kommunalhub
import pytest
import re
import zipfile


PACKAGE = Path(kommunalhub.__file__).parent
CATALOGUES = PACKAGE / "locales" / "de" / "LC_MESSAGES"
#: What a new site holds, with and without its demo.
CONTENT = tuple(
    path
    for folder in ("site/pages", "*/demo", "site/demo/data", "site/demo/files", "site/demo/*/*")
    for path in sorted(PACKAGE.glob(f"{folder}/*.*"))
    if path.suffix not in (".py", ".pyc")
)
#: Ours, and what we say in place of Plone's German (its pages: tests/site/test_plones_words.py).
DOMAINS = sorted(path.stem for path in CATALOGUES.glob("*.po"))

#: Where the blank belongs to what comes next.
BLANKS = frozenset({"case_place_done", "comparison_in", "comparison_out", "inbox_waiting"})


def sentences(domain="kommunalhub"):
    with (CATALOGUES / f"{domain}.po").open("rb") as file:
        return {message.id: message.string for message in read_po(file) if message.id}


@pytest.mark.parametrize("domain", DOMAINS)
def test_nothing_is_said_that_is_not_said_here(domain):
    said = {
        name: faults(text.strip() if name in BLANKS else text)
        for name, text in sentences(domain).items()
    }
    assert {name: found for name, found in said.items() if found} == {}


@pytest.mark.parametrize(
    "text",
    [
        "Bitte geben Sie Ihr Kennwort ein.",
        "Fragen Sie einen Administrator.",
        "Die Mitarbeiter sehen das.",
        "Alle 1 Treffer",
        "Klicken Sie hier.",
        'Er sagte "so".',
        "Bitte warten...",
        "Einige Fehler sind aufgetreten.",
        "Diese Site kann das nicht.",
        "Sichern",
        "Bitte sichern Sie zuerst die Seite.",
    ],
)
def test_the_list_finds_what_it_is_for(text):
    assert faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Prüfer:innen der Verwaltung",
        "Mitarbeitende",
        "„so“ – und anders …",
        "Der Nachweis ist gesichert.",
    ],
)
def test_the_list_lets_good_german_be(text):
    assert faults(text) == []


#: A number that is never one, and words that are the same for one.
COUNTS = "count|n|total|days|voted|mb"
#: `${n}` and a word after it that is a plural; the sentence for one has the same name with _one.
SAME_FOR_ONE = "MB|Zeichen|von|neu|offen|der|Min|auf|Treffer"
PLURAL = re.compile(
    rf"\$\{{(?:{COUNTS})\}} (?!{SAME_FOR_ONE})[a-zä-ü]*\s?[A-ZÄ-Ü]\w+(e|en|er|n|s)\b"
)
NEVER_ONE = {
    "error_gallery_full": "the most there may be",
    "error_theme_fields": "the most there may be",
    "group_too_many": "a hall has two seats or more",
    "apply_renew_done": "how long a link is good, 30 days",
    "apply_sent": "how long something waits to be confirmed, 2 days",
    "booking_horizon": "days that are set, two or more",
    "casefile_sound": "a case that was made and handed in has two entries",
    "error_calendar_far": "400 days",
    "deadline_is_months": "deadline_is_days up to 60 days",
    "deadline_is_years": "deadline_is_months up to two years",
    "deadline_step_fetch_until": "days that the law has set, 10",
    "deadline_step_years_usual": "years that are usual, 5",
    "door_funding_soon_one": "SOON is 30 days",
    "door_spaces_desks": "door_spaces_desk",
    "door_spaces_rooms": "door_spaces_room",
    "group_confirm_about": "a group is two or more",
    "group_people": "a group is two or more",
    "group_purpose": "a group is two or more",
    "help_figures_hidden": "a limit that is set, 3",
    "live_in_days": "live_in_hours up to two days",
    "live_in_hours": "live_in_minutes up to two hours",
    "must_read_many": "several sections; of one its name is told",
    "register_done": "hours that are set, a day or more",
    "register_privacy": "hours that are set, a day or more",
    "confirm_password_help": "a length that is set, 8 or more",
    "coworking_step_form": "the longest period, months",
    "door_funding_soon": "SOON is 30 days",
    "due_days_late": "due_one_day_late",
    "due_days_left": "due_one_day_left",
    "error_closing_day": "the number of a line",
    "error_period_too_long": "the longest period, months",
    "error_saved_many": "the most there may be",
    "message_funding_plan_saved": "the number of a version",
    "error_applications_many": "the most there may be",
    "error_plan_rows": "the most there may be",
    "error_conditions_many": "the most there may be",
    "error_documents_many": "the most there may be",
    "error_orders_many": "the most there may be",
    "import_orders_many": "the most there may be",
    "lead_trash": "days that are set, 7 or more",
    "trash_question": "days that are set, 7 or more",
    "error_too_many_minutes": "after 100 seconds: two or more",
    "error_radar_many": "the most there may be",
    "error_too_many_seconds": "a pause of some seconds at least",
    "error_too_many_words": "the most there may be",
    "error_tus_offset": "bytes",
    "figures_months": "a year",
    "form_problems": "form_one_problem",
    "receipts_import_too_many": "the most there may be",
    "rule_silence": "working days that are set, more than one",
    "space_seats": "space_one_seat",
    "term_horizon": "days that are set, two or more",
    "years": "one_year",
    "error_area_lines": "the most there may be",
    "error_position_tasks": "the most there may be",
    "error_slot_lines": "the most there may be",
    "error_position_unit": "the most there may be",
    "heading_similar_tickets": "three alike and more are a proposal",
    "report_renew_done": "how long a link is good, 30 days",
    "report_sent": "how long something waits to be confirmed, 2 days",
}


def test_one_thing_is_one_thing():
    said = sentences()
    without = [
        name
        for name, text in said.items()
        if PLURAL.search(text)
        and name not in NEVER_ONE
        and not any(
            one in said
            for one in (f"{name}_one", re.sub(r"(_count|_many|s)?$", "_one", name, count=1))
        )
    ]
    assert without == []


def text_of(path):
    """Return what a file of the demo says, with the tags of its kind."""
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            members = [name for name in packed.namelist() if name.endswith(".xml")]
            return "\n".join(packed.read(name).decode("utf-8") for name in members)
    return path.read_text("utf-8")


def test_what_a_new_site_holds_says_passwort_like_the_site_itself():
    said = {path.name: text_of(path) for path in CONTENT}
    assert len(said) > 60
    assert sum("Passwort" in text for text in said.values()) > 5
    other = re.compile("(?i)kennw[oö]e?rt")
    assert [name for name, text in said.items() if other.search(name + text)] == []
