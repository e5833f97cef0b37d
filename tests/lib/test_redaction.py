"""What tells who somebody is: no known name survives, however it is spelled."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.lib import redaction
from kommunalhub.lib.redaction import Known
from kommunalhub.lib.redaction import names_of

import pytest
import re
import time
import unicodedata


#: Words for what is left out; none of them is a name.
WORDS = dict.fromkeys(redaction.REASONS, "[…]")
LETTERS = "abeilmnorstuäöüßé"
PLAIN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e"})

#: No names by themselves: these words stay, as parts of a name and alone.
PARTICLES = ("Am", "An", "Im", "La", "Le")
names = st.text(LETTERS, min_size=2, max_size=9).map(str.capitalize)
names = names.filter(lambda name: name not in PARTICLES)
people = st.lists(names, min_size=1, max_size=3)
spellings = st.sampled_from(
    (
        str,
        str.upper,
        str.lower,
        lambda name: unicodedata.normalize("NFD", name),
        lambda name: name.translate(PLAIN),
        lambda name: name[:1] + "\u00ad" + name[1:],
        lambda name: name + "s",
        lambda name: name + "’s",
    )
)
around = st.text(" ,.-/()\n„“«»x1", max_size=12)


def left(text, known):
    return redaction.without(text, redaction.find(text, known), WORDS)


def plainly(text):
    composed = unicodedata.normalize("NFC", text.replace("\u00ad", "")).casefold()
    return unicodedata.normalize("NFC", composed).translate(PLAIN)


def has_word(text, word):
    return re.search(rf"(?<![^\W_]){re.escape(plainly(word))}s?(?![^\W_])", plainly(text))


@given(people, st.data())
def test_no_known_name_survives(parts, data):
    known = Known([(" ".join(parts), redaction.NAME)])
    text = "".join(
        data.draw(around) + " " + data.draw(spellings)(part) + " " + data.draw(around)
        for part in data.draw(st.lists(st.sampled_from(parts), max_size=5))
    )
    for part in parts:
        assert not has_word(left(text, known), part)


@given(st.text(alphabet="aAü09 .,-/@\n\u00ad[]", max_size=80), st.lists(names, max_size=2))
def test_the_pieces_are_the_text_and_places_never_overlap(text, parts):
    spans = redaction.find(text, Known([(part, redaction.NAME) for part in parts]))
    assert "".join(piece for piece, _reason in redaction.pieces(text, spans)) == text
    assert all(one.end <= two.start for one, two in zip(spans, spans[1:], strict=False))
    assert all(one.start < one.end and one.reason in redaction.REASONS for one in spans)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Müllers Rechner", "Müllers"),
        ("PC-MUELLER am Netz", "MUELLER"),
        ("laut mu\u0308ller", "mu\u0308ller"),
        ("Mül-\nler fragt", "Mül-\nler"),
        ("Jan Müller und", "Jan Müller"),
        ("Müller, Jan", "Müller"),
        ("Müllerei und Vermüllern", None),
        ("Januar", None),
    ],
)
def test_names_are_whole_words_in_any_spelling(text, found):
    spans = redaction.find(text, Known([("Jan Müller", redaction.NAME)]))
    assert (text[spans[0].start : spans[0].end] if spans else None) == found


def test_what_is_known_besides_has_its_own_reason():
    known = Known([("Raum 12", redaction.PLACE), ("L-D-014", redaction.DEVICE), ("7", "device")])
    text = "In Raum 12 steht L-D-014, nicht in Raum 7."
    assert [(text[one.start : one.end], one.reason) for one in redaction.find(text, known)] == [
        ("Raum 12", redaction.PLACE),
        ("L-D-014", redaction.DEVICE),
    ]


def test_particles_and_titles_are_no_names():
    assert names_of("Dr. Jan von der Müller") == ["Dr. Jan von der Müller", "Jan", "Müller"]
    assert names_of("support") == ["support"]


@pytest.mark.parametrize(
    ("text", "found", "reason"),
    [
        ("an kruse@example.org schreiben", "kruse@example.org", redaction.MAIL),
        ("kruse (at) example.org", "kruse (at) example.org", redaction.MAIL),
        ("DE89 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130 00", redaction.ACCOUNT),
        ("de89370400440532013000.", "de89370400440532013000", redaction.ACCOUNT),
        ("Tel. 04361 498-0", "04361 498-0", redaction.PHONE),
        ("(04361) 49 80", "(04361) 49 80", redaction.PHONE),
        ("+49 170 1234567", "+49 170 1234567", redaction.PHONE),
        ("01701234567", "01701234567", redaction.PHONE),
        ("Durchwahl 45", "45", redaction.PHONE),
        ("Az. 123-45/2026", "123-45/2026", redaction.NUMBER),
        ("Kundennummer: 88123", "88123", redaction.NUMBER),
        ("Vorgang F-2026-031", "F-2026-031", redaction.NUMBER),
        ("Inventarnr. L-D-014", "L-D-014", redaction.NUMBER),
        ("in der Bahnhofstr. 3", "Bahnhofstr. 3", redaction.STREET),
        ("Lange Straße 12 a, 23758 Oldenburg", None, redaction.STREET),
        ("Am Markt 1", "Am Markt 1", redaction.STREET),
        ("geb. am 1.2.1980", "1.2.1980", redaction.BIRTH),
        ("Frau Dr. Kruse-Meier ruft an", "Kruse-Meier", redaction.NAME),
        ("Moin Anna,", "Anna", redaction.NAME),
        ("Viele Grüße\n\nHinnerk Petersen", "Hinnerk Petersen", redaction.NAME),
    ],
)
def test_private_things_are_known_by_the_way_they_are_written(text, found, reason):
    (span,) = redaction.find(text)
    assert (text[span.start : span.end], span.reason) == (found or text, reason)


@pytest.mark.parametrize(
    "text",
    [
        "Fehler 0x80070005 und 00000709 in Version 10.0.19045",
        "Am 01.02.2026 von 08.00-16.00 Uhr, 192.168.1.1 und 0.0.0.0",
        "Arbeitsplatz 3, Steckplatz 2, Zugang 2, Umweg 1",
        "Moin zusammen, das Ticket ist geschlossen, der Vorgang wird wiederholt.",
        "Windows 11 22H2 mit KB5012345, Port 8080, 1.234,56 €",
        "Moin Frau und Herr,",
    ],
)
def test_the_words_of_a_solution_stay(text):
    assert redaction.find(text) == []


@pytest.mark.parametrize("piece", ["a", "A-", "0 ", "Az ", "Frau ", "a.b", "x@", "1 2", "Grüße\n"])
def test_long_nonsense_takes_no_time(piece):
    text = piece * (60_000 // len(piece))
    start = time.process_time()
    redaction.find(text, Known([("Jan Müller", redaction.NAME)]))
    assert time.process_time() - start < 5
