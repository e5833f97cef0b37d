"""Reading German words and queries: pure, no site."""

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from kommunalhub.lib.german import folding
from kommunalhub.lib.german.wordlist import german
from kommunalhub.search.analysis import analyser
from kommunalhub.search.analysis import query
from kommunalhub.search.analysis.analyser import Analyser
from kommunalhub.search.analysis.analyser import read_exceptions
from kommunalhub.search.fulltext import ranking
from kommunalhub.search.fulltext.follower import documents_of
from kommunalhub.search.fulltext.record import Record
from kommunalhub.search.fulltext.sidecar import key_of
from kommunalhub.search.fulltext.sidecar import rid_of
from kommunalhub.search.fulltext.sidecar import Sidecar
from kommunalhub.search.marking import Marker

import pytest


READ = Analyser()


@pytest.mark.parametrize(
    "one, other",
    [
        ("Förderung", "Förderungen"),
        ("Foerdermassnahme", "Fördermaßnahmen"),
        ("STRASSE", "Straße"),
        ("Ämter", "Amt"),
        ("Haeuser", "Haus"),
        ("Anträge", "Antrag"),
        ("Mitarbeiterinnen", "Mitarbeiter"),
        ("Café", "cafe"),
        ("ﬁnanzieren", "finanzieren"),
    ],
)
def test_same_word(one, other):
    assert READ.word(one).stem == READ.word(other).stem


@pytest.mark.parametrize(
    "text, parts",
    [
        ("Dienstreiseantrag", ("Dienst", "Reise", "Antrag")),
        ("Fördermittelberatung", ("Förderung", "Mittel", "Beratung")),
        ("Vergabevermerk", ("Vergabe", "Vermerk")),
        ("Straßenverkehrsamt", ("Straße", "Verkehr", "Amt")),
        ("Zuwendungsbescheid", ("Zuwendung", "Bescheid")),
        ("Datenschutz", ("Daten", "Schutz")),
        ("Antragsteller", ("Antrag", "Steller")),
        ("Wissensdatenbank", ("Wissen", "Daten", "Bank")),
        ("Unterstützung", ()),
        ("Haushalt", ()),
        ("Veranstaltung", ()),
        ("Mannschaft", ()),
        ("Gemeinschaft", ()),
        ("Information", ()),
        ("Beratung", ()),
        ("Bürgerinnen", ()),
    ],
)
def test_compounds(text, parts):
    assert READ.word(text).parts == tuple(READ.word(part).stem for part in parts)


def test_neighbours_in_a_compound_stand_together_as_well():
    assert READ.word("Dienstreise").stem in READ.word("Dienstreiseantrag").joined


@pytest.mark.parametrize(
    "text, other",
    [
        ("fördern", "Förderung"),
        ("übermitteln", "Übermittlung"),
        ("beantragt", "Antrag"),
        ("Beantragung", "Antrag"),
        ("abgerechnet", "Abrechnung"),
        ("anzumelden", "Anmeldung"),
        ("bezuschussen", "Zuschuss"),
        ("vergibt", "Vergabe"),
        ("Beschluss", "beschließen"),
        ("verloren", "verlieren"),
        ("Besucher", "besuchen"),
        ("Krankheit", "krank"),
        ("bedroht", "bedrohlich"),
        ("ändern", "Änderung"),
        ("speichern", "Speicherung"),
        ("sichern", "Sicherung"),
        ("Gremien", "Gremium"),
        ("Konten", "Konto"),
        ("Praktika", "Praktikum"),
        ("Indizes", "Index"),
    ],
)
def test_words_of_one_family_share_a_term(text, other):
    one, two = READ.word(text), READ.word(other)
    assert {one.stem, *one.kin} & {two.stem, *two.kin}


@pytest.mark.parametrize("text", ["Noten", "Karten", "Wagen", "Fristen"])
def test_a_german_plural_is_none_from_latin(text):
    assert READ.word(text).kin == ()


@pytest.mark.parametrize("text, other", [("sich", "sicher"), ("waren", "wahr"), ("wir", "wirken")])
def test_a_stop_word_is_nothing_but_itself(text, other):
    one, two = READ.word(text), READ.word(other)
    assert {one.stem, *one.inside}.isdisjoint({two.stem, *two.inside})
    assert READ.word(text.upper()).stem == one.stem


@pytest.mark.parametrize("text", ["Wasser", "Haus", "Kriterien", "Unterlagen"])
def test_nouns_that_no_verb_made_have_no_other_verbs(text):
    assert len(READ.word(text).kin) <= 1


def test_separated_verb_is_one_word():
    assert READ.separable("an", "melde").stem == READ.word("Anmeldung").stem
    assert READ.separable("an", "Kurs") is None
    assert query.parse("Wie lade ich es herunter, ohne zu fragen?").parted[0][0] == "herunter"
    terms = READ.terms("Vereine tragen ihre Feste selbst in den Kalender ein.")
    assert READ.word("eintragen").stem in terms.parts


def test_exceptions_of_the_office():
    own = Analyser("Haus|halt\nDatenschutz\n|\n\nx|y")
    assert own.word("Haushalt").parts
    assert own.word("Datenschutz").parts == ()
    assert read_exceptions("Kreis|s|umlage") == {"kreissumlage": ("kreis", "umlage")}


def test_words_with_hyphens_are_also_one():
    terms = READ.terms("E-Akte und Dienstreise-Antrag")
    assert {"eakte", "akte"} <= set(terms.words)
    assert READ.word("Dienstreiseantrag").stem in terms.parts


@pytest.mark.parametrize(
    "text, plain",
    [
        ("Mitarbeiter:innen", "Mitarbeiter"),
        ("Bürger*innen und Kolleg/-innen", "Bürger und Kolleg"),
        ("LehrerInnen", "Lehrer"),
        ("Förder-\nmittel", "Fördermittel"),
        ("der Bau-\nund Umweltausschuss", "der Bau- und Umweltausschuss"),
        ("das EU-\nProjekt im WLAN-\nNetz", "das EU-Projekt im WLAN-Netz"),
        ("Bund-\nLänder-Vereinbarung", "Bund-Länder-Vereinbarung"),
        ("EU-\nweit, E-\nmail", "EU-weit, E-mail"),
        ("Ver\u00ad\nGABE", "VerGABE"),
        ("auf LinkedIn", "auf LinkedIn"),
        ("PlugIn und LogIn", "PlugIn und LogIn"),
        ("BürgerInnen, SachbearbeiterIn", "Bürger, Sachbearbeiter"),
        ("außen/innen", "außen/innen"),
        ("Lehrer/innen und Ärzt/-innen", "Lehrer und Ärzt"),
        ("Haus- und Grundbesitz", "Haus- und Grundbesitz"),
        ("Ver\u00adgabe", "Vergabe"),
    ],
)
def test_plain(text, plain):
    assert folding.plain(text) == plain


def test_word_list_is_there():
    assert german().is_noun("antrag")
    assert not german().is_noun("beantragen")
    assert len(german().nouns) > 100_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4.500 Euro", ["4500", "euro"]),
        ("1.234.567,50", ["1234567", "50"]),
        ("am 24.12.2026", ["am", "24", "12", "2026"]),
        ("2.500-Euro-Grenze", ["2500", "euro", "grenze"]),
        ("Version 1.234a", ["version", "1", "234a"]),
        ("bis 4 500 €", ["bis", "4500"]),
        ("bis 1 234 500,00 Euro", ["bis", "1234500", "00", "euro"]),
        ("bis 4\u202f500 EUR", ["bis", "4500", "eur"]),
        ("Tel. 04521 123 456", ["tel", "04521", "123", "456"]),
        ("am 01.09.2026", ["am", "1", "9", "2026"]),
        ("am 1.9.2026", ["am", "1", "9", "2026"]),
        ("das I.Q.SH und IQSH", ["das", "iqsh", "und", "iqsh"]),
        ("die G.m.b.H., der e.V.", ["die", "gmbh", "der", "ev"]),
        ("nach DIN18040", ["nach", "din", "18040"]),
        ("nach DIN 18040-1", ["nach", "din", "18040", "1"]),
        ("CO2, A4, B207, 3D", ["co2", "a4", "b207", "3d"]),
    ],
)
def test_numbers_with_dots(text, expected):
    found = [folding.fold(p) for w in folding.words(text) for p in folding.HYPHEN.split(w)]
    assert found == expected


def test_numbers_are_marked_however_they_are_written():
    marker = Marker(READ, query.parse("4500 Euro"))
    assert marker.marked("bis 4.500 Euro") == [
        ("bis ", False),
        ("4.500", True),
        (" ", False),
        ("Euro", True),
    ]


LONG = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung"
CHAIN = "Straßenausbau-Beitragssatzungs-Aufhebungs-Ausgleichsleistungs-Verordnung"


@pytest.mark.parametrize("text", [LONG, CHAIN])
def test_long_words_are_found_whole_and_by_part(text):
    assert len(text) > 60
    terms = READ.terms(text)
    assert READ.word(text.replace("-", "")).folded in terms.words
    inside = {*terms.stems, *terms.parts}
    assert READ.word("Verordnung").stem in inside
    assert READ.word("Grundstück" if text == LONG else "Beitragssatzung").stem in inside


def test_what_no_language_writes_is_no_word():
    assert list(folding.words("x" * (folding.LONGEST_WORD + 1))) == []


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("4500", "bis 4 500 €"),
        ("4 500", "bis 4.500 Euro"),
        ("4 500 €", "bis 4500 Euro"),
        ("1.9.2026", "am 01.09.2026"),
        ("IQSH", "das I.Q.SH"),
        ("I.Q.SH", "das IQSH"),
        ("DIN18040", "die DIN 18040"),
        ("DIN 18040", "die DIN18040"),
        ("linkedin", "auf LinkedIn"),
        ("plugin", "ein PlugIn"),
        ("login", "der LogIn"),
        ("innen", "außen/innen"),
        ("Bürger", "alle BürgerInnen"),
    ],
)
def test_one_spelling_finds_and_marks_the_other(typed, text):
    asked = query.parse(typed)
    known = READ.terms(text)
    assert {READ.word(word).stem for word in asked.words} <= {*known.stems, *known.parts}
    assert any(hit for _, hit in Marker(READ, asked).marked(text))


def test_groups_of_digits_in_quotes_stay():
    assert query.parse('"123 456"').phrases == (("123", "456"),)
    assert query.parse("123 456").words == ("123456",)
    assert "123456" in READ.terms("Tel. 04521 123 456").parts


def test_a_typo_in_a_compound_is_mended_by_its_parts():
    assert "strassenreinigung" in READ.mended("strasenreinigung")
    assert READ.mended("xy") == READ.mended("a1b2c3d4e5") == ()


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert folding.fold(folding.fold(text)) == folding.fold(text)


@given(st.text())
@settings(max_examples=300)
def test_any_text_can_be_read(text):
    terms = READ.terms(text)
    assert not any(" " in term or not term for term in (*terms.words, *terms.stems, *terms.parts))


GERMAN = st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöüß", max_size=40)


@given(GERMAN)
@settings(max_examples=300)
def test_any_word_can_be_cut(word):
    folded = folding.fold(word)
    assert "".join(written for _, written in READ.splitter.split(folded)) in ("", folded)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Wie schreibe ich einen Vergabevermerk?", ("schreibe", "Vergabevermerk")),
        ("wir über uns", ("wir", "über", "uns")),
        ("Antrag antrag ANTRAG", ("Antrag",)),
        ("E-Akte", ("E", "Akte")),
        ("", ()),
    ],
)
def test_words_of_a_query(text, expected):
    assert query.parse(text).words == expected


def test_signs_in_a_query():
    read = query.parse('„Antrag auf Urlaub“ -Sonderurlaub -"nicht so" förder* ** - *')
    assert read.phrases == (("Antrag", "auf", "Urlaub"),)
    assert read.without_words == ("Sonderurlaub",)
    assert read.without_phrases == (("nicht", "so"),)
    assert read.stars == ("foerder*",)


def test_a_hyphen_inside_is_no_minus():
    assert query.parse("Online-Antrag").without_words == ()


@pytest.fixture(scope="module")
def ask():
    texts = {
        1: ("Antrag auf Dienstreise", "Der Antrag wird vor der Fahrt gestellt."),
        2: ("Fördermittelberatung", "Wir helfen bei einer Fördermaßnahme."),
        3: ("Förderungen des Landes", "Das Land zahlt."),
        4: ("Datenschutz", "Daten von Menschen werden geschützt."),
        5: ("Urlaub", "Sonderurlaub und Erholung."),
        6: ("Straßenreinigungssatzung", "Wer vor der Tür fegt."),
    }
    sidecar = Sidecar()
    records = {}
    for rid, (title, body) in texts.items():
        records[rid] = Record.of(Text(title, body))
    sidecar.apply((rid, 1, documents_of(records[rid], READ)) for rid in texts)

    def ask(text, within=None):
        return ranking.search([(sidecar, frozenset())], query.parse(text), READ, within, records)

    return ask


class Text:
    keywords = ""
    pages = ()

    def __init__(self, title, body):
        self.title = title
        self.body = body


@pytest.mark.parametrize(
    "text, first",
    [
        ("Förderung", 3),
        ("Beratung", 2),
        ("Dienstreiseantrag", 1),
        ("Dienstreiseanträge", 1),
        ("Foerdermassnahme", 2),
        ("Datenschuz", 4),
        ("dat", 4),
        ("Wie stelle ich einen Antrag auf eine Dienstreise?", 1),
        ('"Antrag auf Dienstreise"', 1),
        ("„Anträge auf Dienstreisen“", 1),
        ("förder* -Landes", 2),
        ("*schutz", 4),
        ("Schutz der Daten", 4),
    ],
)
def test_words_of_the_issue(ask, text, first):
    assert ask(text).ranked[0][1] == first


@pytest.mark.parametrize(
    "text", ['"Dienstreise auf Antrag"', "Urlaub -Erholung", "-Urlaub", "xyzzy"]
)
def test_finds_nothing(ask, text):
    assert ask(text).ranked == []


def test_suggestion(ask):
    found = ask("Datenschuz")
    assert found.suggestions == {"Datenschuz": "Datenschutz"}
    assert found.unknown == ("Datenschuz",)
    assert ask("Datenschutz").suggestions == {}


def test_typo_in_a_compound_that_no_text_has_as_a_whole(ask):
    found = ask("Strasenreinigung")
    assert found.ranked[0][1] == 6
    assert found.suggestions == {"Strasenreinigung": "Straßenreinigungssatzung"}
    hidden = ask("Strasenreinigung", within={1, 2, 3, 4, 5})
    assert hidden == ranking.Ranked(unknown=("Strasenreinigung",))


def test_what_may_not_be_seen_changes_nothing(ask):
    """Neither hits nor suggestions tell that a hidden text has the word."""
    assert ask("Datenschuz", within={1, 2}) == ranking.Ranked(unknown=("Datenschuz",))
    hidden, unheard = (ask(text, within={1, 2, 3, 5}) for text in ("Datenschutz", "Xatenschutz"))
    assert hidden.ranked == unheard.ranked == []
    assert hidden.suggestions == unheard.suggestions == {}
    assert hidden.unknown == ("Datenschutz",)


TYPED = st.text(alphabet=st.sampled_from('aäßhaus*"„“- ()?[]\\.:^$|+{}~\x00Antrag'), max_size=40)


@given(st.one_of(st.text(max_size=60), TYPED))
@settings(max_examples=400)
def test_nothing_typed_is_an_error(ask, text):
    found = ask(text)
    assert len({rid for _, rid in found.ranked}) == len(found.ranked)
    assert [score for score, _ in found.ranked] == sorted(
        (score for score, _ in found.ranked), reverse=True
    )


@given(st.integers(-(2**31), 2**31 - 1), st.integers(0, 2**31 - 1))
def test_record_id_and_stamp_in_one_number(rid, stamp):
    key = key_of(rid, stamp)
    assert 0 <= key < 2**63
    assert rid_of(key) == rid


@given(st.text(), st.text(max_size=20))
def test_marking_loses_no_text(text, typed):
    marker = Marker(READ, query.parse(typed))
    assert "".join(piece for piece, _ in marker.marked(text)) == text
    marker.snippet(text)


def test_inflected_words_and_compounds_are_marked():
    marker = Marker(READ, query.parse("Beratung"))
    pieces = marker.marked("Die Beratungen der Fördermittelberatung.")
    assert [piece for piece, hit in pieces if hit] == ["Beratungen", "Fördermittelberatung"]


def test_snippet_shows_where_it_is_said():
    text = "Vorweg. " * 200 + "Hier steht der Vergabevermerk. " + "Danach. " * 200
    pieces = Marker(READ, query.parse("Vermerk")).snippet(text)
    assert ("Vergabevermerk", True) in pieces
    assert sum(len(piece) for piece, _ in pieces) < 500


def test_words_that_mean_the_same(ask):
    assert ask("Ferien").ranked == []
    READ.alike = analyser.read_synonyms("Ferien = Urlaub = Erholung")
    try:
        found = ask("Ferien")
        assert found.ranked[0][1] == 5
        assert found.unknown == ()
        marked = Marker(READ, query.parse("Ferien")).marked("Urlaubsantrag")
        assert marked == [("Urlaubsantrag", True)]
    finally:
        READ.alike = {}


@pytest.mark.parametrize("line", ["Heirat", "Heirat =", "=", "Kita = der Kindergarten", "a = *"])
def test_lines_that_name_no_synonyms(line):
    assert analyser.wrong_synonyms(f"Kita = Kindergarten\n\n{line}") == line


def test_stop_words_stand_in_a_row_but_make_none():
    rows = query.parse("Wie ist das auf dem Stand? -neu").rows
    assert rows == (("dem", "Stand"), ("auf", "dem", "Stand"))
    assert query.parse("Wie ist das?").rows == ()
    assert query.parse("Urlaub").rows == ()
