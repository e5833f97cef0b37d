"""Quotes are folded, nothing is dropped, and own words are shown wherever they stand."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.support.mail.folding import fold
from kommunalhub.support.mail.folding import shown

import pytest


LINES = st.sampled_from(
    [
        "Moin",
        "> alt",
        ">> älter",
        "",
        "-- ",
        "Am Montag, 30. November 2026 schrieb Sven:",
        "-----Ursprüngliche Nachricht-----",
        "Von: Sven <sven@example.org>",
        "Gesendet: Montag",
        "An: Mia",
        "Betreff: Drucker",
        "________________________________",
        "\x0b",
        "| a | b |",
        "\u2028",
    ]
)
MAILS = st.one_of(st.text(), st.lists(LINES).map("\n".join), st.lists(LINES).map("\r\n".join))


@given(MAILS, st.booleans())
def test_no_text_is_ever_dropped(text, is_forward):
    assert "".join(piece.text for piece in fold(text, is_forward)) == text


@given(MAILS, st.booleans())
def test_something_is_always_shown(text, is_forward):
    assert bool(shown(fold(text, is_forward))) == bool(text.strip())


@given(MAILS)
def test_what_is_passed_on_is_shown(text):
    assert shown(fold(text, is_forward=True)) == text.strip()


OUTLOOK = "Von: Sven\nGesendet: Montag\nAn: Mia\nBetreff: Drucker\n\nWelcher?\n"
LONG = "\n".join(f"> Zeile {number}" for number in range(12))
FORWARD = "Zur Info\n---------- Forwarded message ---------\nVon: x\n> a"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Im Flur.", "Im Flur."),
        ("Im Flur.\n\nAm Montag schrieb Sven:\n> Welcher?\n", "Im Flur."),
        ("Im Flur.\n\nOn Mon, 30 Nov 2026 at 9, Sven <s@x.de> wrote:\n\n> Welcher?", "Im Flur."),
        ("Im Flur.\n\nAm 30.11.2026 um 9 schrieb\nSven Beispiel <s@x.de>:\n> Welcher?", "Im Flur."),
        # Yahoo on a telephone (freescout #5500)
        ("Im Flur.\n\nVon Yahoo\n\nAm Montag schrieb S:\n\n> a", "Im Flur.\n\nVon Yahoo"),
        (f"Im Flur.\n\n{OUTLOOK}", "Im Flur."),
        (f"Im Flur.\n\n-----Ursprüngliche Nachricht-----\n{OUTLOOK}", "Im Flur."),
        (f"Im Flur.\n\n________________________________\n{OUTLOOK}", "Im Flur."),
        # the answer stands below (freescout #3235), after a long quote and a short one; between
        (f"{LONG}\n\nIm Flur.", "Im Flur."),
        ("> Welcher?\n\nIm Flur.", "> Welcher?\n\nIm Flur."),
        ("> Welcher?\nFlur.\n> Seit wann?\nGestern.", "> Welcher?\nFlur.\n> Seit wann?\nGestern."),
        # nothing but quotes (freescout #4460)
        ("> Der Fehler ist noch da.", "> Der Fehler ist noch da."),
        (OUTLOOK, OUTLOOK.strip()),
        # signatures
        ("Im Flur.\n-- \nMia Beispiel\nMalente", "Im Flur."),
        ("-- \nMia Beispiel", "-- \nMia Beispiel"),
        ("Im Flur.\n> alt\n-- \nMia", "Im Flur."),
        # what is passed on; words that look like headers; a table
        (FORWARD, FORWARD),
        ("Von: hier geht es nicht weiter\nEnde", "Von: hier geht es nicht weiter\nEnde"),
        ("| a | b |\n| c | d |", "| a | b |\n| c | d |"),
        ("", ""),
    ],
)
def test_what_is_shown(text, left):
    assert shown(fold(text)) == left
