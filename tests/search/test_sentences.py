"""Sentences, what is marked in them, and when one of them is an answer."""

from kommunalhub.search.analysis.analyser import Analyser
from kommunalhub.search.analysis.query import parse
from kommunalhub.search.analysis.stopwords import STOPPED
from kommunalhub.search.fulltext.record import Record
from kommunalhub.search.marking import Marker
from kommunalhub.search.places import answered
from kommunalhub.search.places import places_of
from kommunalhub.search.sentences import sentences

import pytest


READ = Analyser("")
FILLER = "Die Verwaltung hält die Unterlagen bereit und gibt sie auf Wunsch weiter. "


def marked(query, text):
    return [piece for piece, hit in Marker(READ, parse(query)).marked(text) if hit]


def shown(query, text):
    return "".join(piece for piece, _ in Marker(READ, parse(query)).snippet(text))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Das gilt z. B. für Anträge nach § 3 Abs. 2 Nr. 4. Mehr steht dort.", 2),
        ("Am 1. Mai ist frei. Am 2. ist offen.", 2),
        ("Überschrift\n\nEin Satz\nüber zwei Zeilen.", 2),
        ("Kosten\t12 Euro\nDauer\t3 Tage", 2),
        ("Ist das so? Ja! „Gewiss.“ Gut.", 4),
    ],
)
def test_where_sentences_end(text, number):
    assert len(sentences(text)) == number


def test_no_stop_word_is_marked():
    text = "Das sind die Anträge, die man stellen kann, und das Formular."
    assert marked("Wie stelle ich die Anträge?", text) == ["Anträge", "stellen"]
    assert marked('"Antrag auf Urlaub"', "Ein Antrag auf Urlaub.") == ["Antrag", "Urlaub"]
    assert not STOPPED.isdisjoint({"das", "die", "man", "und"})
    assert {"das", "die"} <= STOPPED


def test_parts_of_a_compound_are_marked_where_all_are():
    assert marked("Dienstreiseantrag", "Antrag auf Dienstreise") == ["Antrag", "Dienstreise"]
    assert marked("Vergabevermerk", "Die Vergabe ist im Vergabevermerk belegt.") == [
        "Vergabevermerk"
    ]


def test_a_snippet_is_whole_sentences_and_no_leaders():
    text = (
        "4.2 Vergabevermerk . . . . . . . . 117\n\nZum Verfahren gehört manches. "
        "Der Vergabevermerk liegt mit dem Zuschlag vollständig vor, damit nichts fehlt. "
        "Danach ruht er."
    )
    assert shown("Vergabevermerk", text).startswith("Der Vergabevermerk liegt mit dem Zuschlag")
    assert ". ." not in shown("Vergabevermerk", text)
    assert shown("Vergabevermerk", "4.2 Vergabevermerk . . . . . . 117") == ""


class Text:
    keywords = ""

    def __init__(self, body, pages=()):
        self.title, self.body, self.pages = "Titel", body, pages


@pytest.mark.parametrize(
    ("question", "text", "is_answer"),
    [
        (
            "Bis wann muss der Vergabevermerk vorliegen?",
            "Der Vergabevermerk muss spätestens mit dem Zuschlag vorliegen.",
            True,
        ),
        (
            "Wie hoch ist der Zuschuss?",
            "Der Zuschuss ist wichtig für alle Vereine im Land.",
            False,
        ),
        ("Vergabevermerk", "Der Vergabevermerk muss mit dem Zuschlag vorliegen.", False),
        (
            "Bis wann muss der Vergabevermerk vorliegen?",
            "Danach muss der Vergabevermerk bis Mai vorliegen.",
            False,
        ),
        (
            "Bis wann muss der Vergabevermerk vorliegen?",
            "Daraus folgt, dass der Vergabevermerk bis Mai vorliegen muss.",
            False,
        ),
        (
            "Wie lange wird eine Fundsache aufbewahrt?",
            "Eine Fundsache wird sechs Monate aufbewahrt.",
            True,
        ),
        (
            "Wie lange wird eine Fundsache aufbewahrt?",
            "Eine Fundsache wird bis zum Ende aufbewahrt.",
            False,
        ),
        (
            "In wie vielen Tagen wird der Bescheid zugestellt?",
            "Der Bescheid wird binnen drei Tagen zugestellt.",
            True,
        ),
        (
            "Wie oft tagt der Ausschuss?",
            "Der Ausschuss tagt zum Thema Verkehr und Umwelt.",
            False,
        ),
        ("Wie oft tagt der Ausschuss?", "Der Ausschuss tagt alle sechs Wochen.", True),
        (
            "Warum tagen die Gremien ohne Papier?",
            "Die Gremien tagen ohne Papier, weil es ein Ratsinformationssystem gibt.",
            True,
        ),
        (
            "Warum tagen die Gremien ohne Papier?",
            "Während die Gremien ohne Papier tagten, gab es ein Ratsinformationssystem.",
            False,
        ),
    ],
)
def test_what_is_an_answer(question, text, is_answer):
    query = parse(question)
    marker = Marker(READ, query)
    record = Record.of(Text(text))
    found = answered(question, marker, record, places_of(record, (), marker))
    assert (found is not None and found.sentence == text) is is_answer


def test_an_answer_may_stand_in_a_list_and_on_another_page():
    pages = [
        (1, "Passwörter ohne Zettel\n\nEin Passwort gehört in keine Schublade. " + FILLER * 6),
        (2, "Das Passwort\n\n• Ein Passwort hat mindestens zwölf Zeichen. " + FILLER * 6),
    ]
    question = "Wie viele Zeichen hat ein Passwort?"
    marker, record = Marker(READ, parse(question)), Record.of(Text("", pages))
    found = answered(question, marker, record, places_of(record, ((2.0, 0), (1.9, 1)), marker))
    assert (found.number, found.sentence) == (2, "Ein Passwort hat mindestens zwölf Zeichen.")
