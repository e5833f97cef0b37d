"""Documents made of the corpus: each unit as a leaflet, an answer, minutes and a part of a course.

Always the same ones for the same number: the seed is fixed. Further documents are made of pieces
of sentences of many units, so that all words become common as in a large intranet; what they are
called and how they are described names no unit, so they count as answers to nothing.

A file of somebody else's documents can take their place: a JSON object in each line, with id,
title, body and perhaps description.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import json
import random
import re


HERE = Path(__file__).parent
SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n+")
SEED = 2026
KINDS = ("leaflet", "answer", "minutes", "course")
PLACES = ("Oldenburg in Holstein", "Malente", "Amt Lensahn", "Hub")
GENERAL = """
Fragen beantwortet das zuständige Team telefonisch oder per E-Mail.
Diese Seite wurde zuletzt im Frühjahr durchgesehen.
Die Regelung gilt für alle Beschäftigten der beteiligten Verwaltungen.
Formulare finden Sie im Bereich Vorlagen.
Bitte beachten Sie die Fristen, verspätete Eingänge können nicht berücksichtigt werden.
Ausnahmen entscheidet die Amtsleitung.
Die Hinweise ersetzen keine rechtliche Prüfung im Einzelfall.
Änderungen werden im Intranet bekannt gegeben.
Der Hub bietet dazu zweimal im Jahr eine Schulung an.
Im Zweifel gilt der Wortlaut der Satzung.
Die Unterlagen liegen auch in Papierform aus.
Zuständig ist der Fachbereich, in dem der Vorgang begonnen hat.
Anregungen nimmt die Redaktion gern entgegen.
Ein Muster liegt bei.
Wer vertreten wird, informiert die Kolleginnen und Kollegen rechtzeitig.
Die Leitung hat dem Vorgehen zugestimmt.
Personenbezogene Angaben werden nur so lange gespeichert wie nötig.
Für den Antrag genügt die Textform.
Die Kosten trägt die jeweilige Gemeinde.
Das Verfahren ist im Aktenplan hinterlegt.
""".strip().splitlines()
OPENINGS = {
    "leaflet": "Dieses Merkblatt fasst das Wichtigste zusammen.",
    "answer": "Diese Frage wird uns häufig gestellt.",
    "minutes": "Die Runde der Fachbereiche hat sich mit dem Thema befasst.",
    "course": "In dieser Schulungseinheit geht es um den Alltag in der Verwaltung.",
}
TITLES = {
    "leaflet": "{title}",
    "answer": "Häufige Frage: {title}",
    "minutes": "Besprechung {topic}",
    "course": "Schulung {topic}, Teil {number}",
}


@dataclass(frozen=True)
class Unit:
    id: str
    topic: str
    title: str
    sentences: tuple


@dataclass(frozen=True)
class Document:
    """unit: id of what it answers, None for one that answers nothing."""

    title: str
    description: str
    body: str
    unit: str | None = None


def lines(name):
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def units():
    """Return the units of the corpus."""
    found, topic = [], None
    for line in lines("corpus.txt"):
        if line.startswith("= "):
            topic = line[2:]
        elif line.startswith("- "):
            title, _, number = line[2:].partition(" | ")
            found.append([number, topic, title, []])
        else:
            found[-1][3].append(line)
    return [Unit(number, topic, title, tuple(s)) for number, topic, title, s in found]


def queries(name="queries.txt"):
    """Return [(kind, text, ids of units)] of a file in this folder or anywhere else."""
    found = [line.split(" | ") for line in lines(name)]
    return [(kind, text, frozenset(ids.split(","))) for kind, text, ids in found]


@lru_cache
def others(path):
    """Return (units, documents) of a file of somebody else's documents; each is a unit."""
    text = Path(path).read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.split("\n") if line.strip()]
    known = []
    for row in rows:
        sentences = tuple(filter(str.split, SENTENCE.split(row["body"]))) or (row["title"],)
        known.append(Unit(row["id"], "", row["title"], sentences))
    texts = [Document(r["title"], r.get("description", ""), r["body"], r["id"]) for r in rows]
    return known, texts


def documents(number=None, path=None):
    """Return the documents of all units, and recombined ones up to a number.

    path: of somebody else's documents.
    """
    chance = random.Random(SEED)
    if path is None:
        known = units()
        found = [
            document(unit, kind, place, known, chance)
            for place, unit in enumerate(known)
            for kind in KINDS
        ]
    else:
        known, found = others(path)
        found = list(found)
    while number is not None and len(found) < number:
        found.append(recombined(known, chance, len(found)))
    return found[:number]


def numbered(size=None, path=None):
    """Return [(number, document)], in no order that tells what answers."""
    found = documents(size, path)
    numbers = random.Random(SEED).sample(range(len(found)), len(found))
    return list(zip(numbers, found, strict=True))


def document(unit, kind, place, known, chance):
    said = list(unit.sentences)
    if kind in ("minutes", "course"):
        chance.shuffle(said)
    other = chance.choice(known)
    general = chance.sample(GENERAL, chance.randint(2, 6))
    mentioned = f"Siehe auch: {other.title}." if chance.random() < 0.4 else chance.choice(GENERAL)
    described = said[0] if kind in ("leaflet", "answer") else unit.title
    body = [OPENINGS[kind], *said[:1], *general[:2], *said[1:], *general[2:], mentioned]
    title = TITLES[kind].format(title=unit.title, topic=unit.topic, number=place % 3 + 1)
    where = f" in {PLACES[place % 4]}" if kind == "minutes" else ""
    return Document(title + where, described, "\n".join(body), unit.id)


def recombined(known, chance, number):
    """Return a document of pieces of sentences of many units: all of the words, no answer."""
    pieces = [piece(chance.choice(chance.choice(known).sentences), chance) for _ in range(12)]
    general = chance.sample(GENERAL, chance.randint(2, 6))
    said = [" ".join(pieces[n : n + 3]) + "." for n in range(0, 12, 3)] + general
    chance.shuffle(said)
    title = f"Rundschreiben {number} {chance.choice(PLACES)}"
    return Document(title, general[0], "\n".join(said))


def piece(sentence, chance):
    """Return two or three words of a sentence that stand together."""
    words = sentence.rstrip(".").split()
    start = chance.randint(0, max(0, len(words) - 2))
    return " ".join(words[start : start + chance.randint(2, 3)])
