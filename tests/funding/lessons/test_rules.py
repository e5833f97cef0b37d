"""What of a case may come into an experience note."""

from datetime import datetime
from datetime import timedelta
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from kommunalhub.funding.lessons.notes import rules

import pytest


WORDS = {
    "name": "[Name]",
    "mail": "[E-Mail]",
    "phone": "[Telefon]",
    "account": "[Konto]",
    "number": "[Nummer]",
    "street": "[Anschrift]",
    "birth": "[Datum]",
    "place": "[Ort]",
    "device": "[Gerät]",
}
NAMES = ("Rolf Ahrens", "Petra von Bülow", "Kim Nguyễn")
PLACES = ("Gemeinde Malente", "Amt Lensahn", "Stadt Oldenburg in Holstein", "Oldenburg i. H.")
NUMBERS = ("F-2026-031", "IV 24/118-2026")
PRIVATE = rules.Private(NAMES, PLACES, NUMBERS)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Herr Ahrens rief an.", "Herr [Name] rief an."),
        ("Ahrens’ Antrag", "[Name] Antrag"),
        ("Die Malenter Feuerwehr, der Malentes Rat", "Die [Ort] Feuerwehr, der [Ort] Rat"),
        ("Lensahnern wie OLDENBURGERN", "[Ort] wie [Ort]"),
        ("im Land Schleswig-Holstein", "im Land Schleswig-Holstein"),
        ("unter F-2026-031 geführt", "unter [Nummer] geführt"),
        ("Az. IV 24/118-2026", "Az. [Nummer]"),
        ("Rückfragen an rolf@example.org, 04523 992-0", "Rückfragen an [E-Mail], [Telefon]"),
        ("Bahnhofstraße 31", "[Anschrift]"),
        ("IBAN DE02 1203 0000 0000 2020 51", "IBAN [Konto]"),
        ("Das Dach in Sieversdorf", "Das Dach in [Ort]"),
        ("an der Ostsee, im Kreis, beim Amt", "an der Ostsee, im Kreis, beim Amt"),
        ("Die Beratung half.", "Die Beratung half."),
    ],
)
def test_what_tells_whose_case_it_was_is_left_out(text, left):
    assert rules.without(text, PRIVATE, WORDS) == left


KNOWN = st.sampled_from(
    [
        *("Ahrens", "Rolf", "Petra", "Bülow", "Buelow", "Nguyen", "Malente", "Malenterin"),
        *("Lensahner", "Oldenburg", "Oldenburgs", "F-2026-031", "Rolf Ahrens", "AHRENS"),
    ]
)
AROUND = st.text(st.sampled_from("ab Z.,;:!?()[]'’\n-–/0@ü"), max_size=6)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(AROUND, KNOWN, AROUND), min_size=1, max_size=5))
def test_no_known_name_survives(parts):
    text = " ".join(f"{before} {known} {after}" for before, known, after in parts)
    cleaned = rules.without(text, PRIVATE, WORDS)
    assert PRIVATE.find(cleaned) == []
    for _before, known, _after in parts:
        assert known not in cleaned


@given(st.text(max_size=300))
def test_the_pieces_are_the_whole_text(text):
    assert "".join(piece for piece, _reason in rules.marked(text, PRIVATE)) == text


def test_what_stays_on_purpose_is_said():
    text = "Herr Ahrens aus Malente"
    assert rules.left_in(text, PRIVATE) == ["Ahrens", "Malente"]
    assert rules.left_in(text, PRIVATE, "MALENTE\n") == ["Ahrens"]
    assert rules.left_in(text, PRIVATE, " ahrens \nMalente") == []


def test_times_are_told_roughly():
    start = datetime(2026, 1, 5)
    steps = [("draft", start), ("submitted", start + timedelta(days=3))]
    steps += [("draft", start + timedelta(days=10)), ("closed", start + timedelta(days=40))]
    assert rules.spans_of_time(steps) == [("draft", 33), ("submitted", 7)]
    assert rules.spans_of_time(steps[:1]) == []


@pytest.mark.parametrize(
    ("state", "applications", "known", "outcome"),
    [
        ("applied", ["filed"], "applied", None),
        ("granted", ["final", "granted"], "granted", None),
        ("granted", ["final", "withdrawn"], "granted", "granted"),
        ("applied", ["withdrawn"], "applied", "withdrawn"),
        ("applied", ["denied", "withdrawn"], "applied", "denied"),
        ("denied", [], "denied", "denied"),
        ("closed", ["final"], "granted", "granted"),
        ("closed", [], None, "closed"),
        ("draft", [], None, None),
    ],
)
def test_a_case_teaches_once_it_is_over(state, applications, known, outcome):
    assert rules.outcome_of(state, applications, known) == outcome
