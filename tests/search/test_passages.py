"""Texts in passages: how they are cut, what is scored, which place a hit leads to."""

from kommunalhub.lib.filetext.parts import CONTENTS
from kommunalhub.lib.filetext.parts import Part
from kommunalhub.search.analysis.analyser import Analyser
from kommunalhub.search.analysis.query import parse
from kommunalhub.search.fulltext import ranking
from kommunalhub.search.fulltext.follower import documents_of
from kommunalhub.search.fulltext.passages import passages_of
from kommunalhub.search.fulltext.ranking import sources
from kommunalhub.search.fulltext.record import Record
from kommunalhub.search.fulltext.sidecar import Sidecar
from kommunalhub.search.marking import Marker
from kommunalhub.search.places import places_of

import json
import pytest
import zlib


READ = Analyser("")
FILLER = "Die Verwaltung hält die Unterlagen bereit und gibt sie auf Wunsch weiter. " * 5


class Text:
    """What a thing is found by."""

    def __init__(self, title, body="", pages=(), unit="page", sections=(), keywords=""):
        self.title, self.body, self.pages, self.unit = title, body, pages, unit
        self.sections, self.keywords = sections, keywords


def page(number, text, way=(), **more):
    sections = ((0, way),) if way else ()
    return Part("page", number, "", text, way[:-1], sections, **more)


HANDBOOK = Text(
    "Handbuch Beschaffung",
    pages=(
        page(1, "4.2 Vergabevermerk . . . . . . . 3\n4.3 Zuschlag . . . . . . . 4", role=CONTENTS),
        page(2, f"Der Bedarf wird im Frühjahr gemeldet. {FILLER}", ("2 Bedarf",)),
        page(
            3,
            f"Vergabevermerk\n\nDer Vergabevermerk liegt mit dem Zuschlag vor. {FILLER}",
            ("4 Verfahren", "4.2 Vergabevermerk"),
        ),
        page(4, f"Der Zuschlag beendet das Verfahren. {FILLER}", ("4 Verfahren", "4.3 Zuschlag")),
        page(5, f"Auch der Vermerk wird aufbewahrt. {FILLER}", ("9 Ablage",)),
    ),
)
LEAFLET = Text("Fundsachen", "Fundsachen werden sechs Monate aufbewahrt.")


class Asked:
    def __init__(self, *texts):
        self.sidecar = Sidecar()
        self.records = {rid: Record.of(text) for rid, text in enumerate(texts)}
        self.sidecar.apply((rid, 1, documents_of(r, READ)) for rid, r in self.records.items())
        self.sources = [(self.sidecar, frozenset())]

    def search(self, text, within=None):
        return ranking.search(self.sources, parse(text), READ, within, self.records)

    def places(self, text, rid=0):
        found = self.search(text)
        marker = Marker(READ, parse(text), found.suggestions.values())
        return places_of(self.records[rid], found.places.get(rid, ()), marker)


@pytest.fixture(scope="module")
def asked():
    return Asked(HANDBOOK, LEAFLET)


def test_a_hit_leads_to_the_page_that_explains_it(asked):
    first, *others = asked.places("Vergabevermerk")
    assert (first.number, first.headings) == (3, ("4 Verfahren", "4.2 Vergabevermerk"))
    assert "".join(piece for piece, _ in first.pieces).startswith("Der Vergabevermerk liegt mit")
    assert ("Vergabevermerk", True) in first.pieces
    assert 1 not in [place.number for place in others]


def test_contents_make_a_word_known_and_never_lead():
    text = Text(
        "Handbuch", pages=(page(1, "Nashornpflege . . . 7", role=CONTENTS), page(2, FILLER))
    )
    asked = Asked(text, LEAFLET)
    found = asked.search("Nashornpflege")
    assert (found.unknown, [rid for _, rid in found.ranked]) == ((), [0])
    assert asked.places("Nashornpflege") == []


def test_where_several_pages_in_a_row_tell_of_it_it_is_explained():
    said = "Der Deich wird im Herbst geprüft."
    others = tuple(page(n, FILLER) for n in (2, 3, 4, 5))
    row = tuple(page(n, f"{said} {FILLER}") for n in (6, 7, 8))
    asked = Asked(Text("Handbuch", pages=(page(1, f"{said} {FILLER}"), *others, *row)), LEAFLET)
    assert asked.places("Deich prüfen")[0].number in (6, 7)


def test_the_place_is_where_it_says_the_time_that_a_question_wants():
    pages = (
        page(1, f"Gültigkeit der Ausweise: Die Ausweise führt das Amt in einer Liste. {FILLER}"),
        page(2, f"{FILLER} Die Gültigkeit der Ausweise endet nach sechs Jahren. {FILLER}"),
        *(page(number, FILLER) for number in (3, 4)),
    )
    asked = Asked(Text("Handbuch", pages=pages), LEAFLET)
    assert asked.places("Gültigkeit der Ausweise")[0].number == 1
    assert asked.places("Wie lange ist die Gültigkeit der Ausweise?")[0].number == 2


def test_each_text_is_one_hit(asked):
    assert [rid for _, rid in asked.search("Verfahren Zuschlag Bedarf").ranked] == [0]


def test_words_to_leave_out_count_for_the_whole_text(asked):
    assert asked.search("Zuschlag -Vergabevermerk").ranked == []
    assert [rid for _, rid in asked.search("aufbewahrt -Vergabevermerk").ranked] == [1]


def test_phrases_may_stand_in_different_passages(asked):
    found = asked.search('"Bedarf wird im Frühjahr" "Zuschlag beendet"')
    assert [rid for _, rid in found.ranked] == [0]
    assert asked.search('"Bedarf wird im Frühjahr" "Fundsachen werden"').ranked == []


def test_what_may_not_be_seen_is_no_hit(asked):
    assert asked.search("Vergabevermerk", within={1}).ranked == []


def test_all_passages_of_one_text_can_be_asked_for(asked):
    found = ranking.passages(asked.sources, parse("Zuschlag"), READ, 0, asked.records, 10)
    assert {place for _, place in found} == {2, 3}


def test_the_best_of_many_passages_are_scored_and_all_texts_found(monkeypatch):
    monkeypatch.setattr(sources, "MOST_HITS", 60)
    pages = tuple(page(n, f"Der Deich bleibt gesperrt, Abschnitt {n}. {FILLER}") for n in range(70))
    short = [Text(f"Nachricht {n}", "Am Deich wird gebaut.") for n in range(80)]
    asked = Asked(Text("Deichbuch", pages=pages), *short)
    assert len(asked.search("Deich").ranked) == 81


@pytest.mark.parametrize(
    ("sections", "anchors"),
    [
        ((), [None, None]),
        (((0, ("Fristen",), "f"), (1000, ("Kosten",), "k")), ["f", "k"]),
    ],
)
def test_sections_of_a_page_of_the_site(sections, anchors):
    body = "x" * 999 + "\n" + "y" * 2000
    found = passages_of(body, sections)
    assert [passage.anchor_at(0) for passage in found] == anchors


def test_a_short_text_stays_one():
    assert Record.of(LEAFLET).is_one
    assert not Record.of(HANDBOOK).is_one


def test_what_is_said_in_a_video_is_joined_and_keeps_its_seconds():
    cues = [(second, f"Satz Nummer {second}, der etwas länger dauert.") for second in range(60)]
    found = passages_of("", (), cues, "second")
    assert len(found) < 10
    second = found[1].number
    assert found[1].number_at(0) == second
    assert found[1].number_at(len(found[1].text) - 1) > second


def test_a_long_text_without_headings_is_cut_between_paragraphs():
    text = "\n\n".join(["Ein Absatz, der etwas sagt. " * 20] * 30)
    found = passages_of("", (), [Part("text", None, "", text)])
    assert len(found) > 4
    assert "".join(passage.text for passage in found) == text


def test_records_of_the_layout_before_are_read():
    old = Record.__new__(Record)
    old.title, old.keywords, old.digest = "Alt", "", b""
    old.packed = zlib.compress(json.dumps(["Rumpf", [[1, FILLER * 4], [2, FILLER * 4]]]).encode())
    assert [passage.number for passage in old.passages()] == [None, 1, 2]
    assert old.passage(2).number == 2
    assert [place for place, _ in documents_of(old, READ)] == [-1, 0, 1, 2]


@pytest.mark.parametrize("pages", [1, 9], ids=["short", "long"])
def test_what_is_written_in_english_is_found_in_its_forms(pages):
    said = "The printers are installed by the vendor."
    more = [
        page(number, f"Nothing else. {'And so on. ' * 40}", language="en")
        for number in range(2, pages + 1)
    ]
    asked = Asked(LEAFLET, Text("Printers", pages=(page(1, said, language="en"), *more)))
    assert [rid for _, rid in asked.search("installing").ranked] == [1]


@pytest.mark.parametrize("times", [1, 40], ids=["short", "long"])
def test_so_is_a_page_of_the_site_in_english(times):
    said = "The printers are installed by the vendor, and you can ask for them at the desk. "
    english, german = Text("Printers", said * times), Text("Drucker", f"Die Drucker. {FILLER}")
    asked = Asked(LEAFLET, english, german)
    assert [rid for _, rid in asked.search("installing").ranked] == [1]
    assert {passage.language for passage in asked.records[1].passages()} == {"en"}
    assert {passage.language for passage in asked.records[2].passages()} == {""}
