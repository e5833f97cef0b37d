"""In which order texts come, without a site."""

from kommunalhub.search.analysis.query import parse
from search.clients import start

import pytest


NOISE = {
    100 + n: (f"Rundschreiben {n}", f"Laufend Hinweise. {word} am Rande.")
    for n, word in enumerate(["Fenster", "Eigentümer", "Fristen", "Formular", "Ausnahme"] * 8)
}
ABOUT = {
    1: ("Denkmalschutz am Reetdach", "Der Eigentümer fragt, ob er das Fenster erneuern darf."),
    2: ("Denkmalschutz in der Altstadt", "Der Eigentümer fragt, ob er ein Fenster erneuern darf."),
    3: ("Denkmalschutz: Niederschrift", "Ein Fenster wurde besprochen. Danach sprach man lange."),
    4: ("Sitzungsdienst", "Ein Fenster wurde besprochen. Danach sprach man lange."),
}


@pytest.fixture
def client(tmp_path):
    client = start(tmp_path)
    for rid, (title, body) in {**NOISE, **ABOUT}.items():
        client.put(rid, title, body)
    client.commit()
    yield client
    client.close()


def ranked(client, text, within=None):
    found = client.engine.search(client.index, parse(text), within)
    return [rid for _, rid in found.ranked]


def test_what_is_about_the_same_as_the_best_comes_before_what_merely_has_a_word(client):
    order = ranked(client, "Darf der Eigentümer das Fenster erneuern?")
    assert order[:3] == [1, 2, 3] or order[:3] == [2, 1, 3]
    assert 4 in order[3:]


def test_what_nobody_may_see_tells_nothing_about_what_the_best_are_about(client):
    seen = set(NOISE) | {3, 4}
    order = ranked(client, "Darf der Eigentümer das Fenster erneuern?", seen)
    assert set(order) <= seen
    client.take(1)
    client.take(2)
    client.commit()
    client.manager.begin()
    assert order == ranked(client, "Darf der Eigentümer das Fenster erneuern?")


def test_of_a_verb_its_noun_makes_a_compound(client):
    client.put(5, "Wohngeldantrag", "Hier steht, wie es geht.")
    client.put(6, "Wohngeld", "Das Wohngeld hilft. Wohngeld ist ein Zuschuss, Wohngeld hilft.")
    client.put(7, "Änderung des Wohngeldes", "Wohngeld ändert sich, der Antrag auf Wohngeld nicht.")
    client.commit()
    client.manager.begin()
    assert ranked(client, "Wo beantrage ich Wohngeld?")[0] == 5


def test_it_finds_nothing_more(client):
    assert set(ranked(client, "Eigentümer erneuern Reetdach")) == {
        rid
        for rid, (title, body) in {**NOISE, **ABOUT}.items()
        if "Eigentümer" in body or "Reetdach" in title
    }


def test_words_in_a_row_as_they_were_typed_come_first(client):
    client.put(5, "Eines", "Auf den Stand kommt es an, und im neuesten Heft steht mehr davon.")
    client.put(6, "Zweites", "So bringen Sie die Technik in der Verwaltung auf den neuesten Stand.")
    client.put(7, "Anderes", "Das neueste Heft liegt auf dem Stand, und im Stand ist noch Platz.")
    client.commit()
    client.manager.begin()
    assert ranked(client, "auf den neuesten Stand")[0] == 6


def test_what_says_the_time_that_a_question_wants_comes_first(client):
    client.put(5, "Eines", "Die Prüfung des Dachs ist neu. Dachs Prüfung, so heißt die Prüfung.")
    client.put(6, "Zweites", "Fertig ist die Prüfung des Dachs nach drei Wochen, sagt das Amt.")
    client.commit()
    client.manager.begin()
    assert ranked(client, "Prüfung des Dachs")[:2] == [5, 6]
    assert ranked(client, "Wie lange ist die Prüfung des Dachs?")[:2] == [6, 5]
    assert ranked(client, "Wann darf die Prüfung des Dachs sein?")[:2] == [5, 6]
    assert ranked(client, "Wie hoch ist die Prüfung des Dachs?")[:2] == [6, 5]


def test_so_does_what_says_where_somebody_is_reached(client):
    client.put(5, "Eines", "Die Prüfung des Dachs ist neu. Dachs Prüfung, so heißt die Prüfung.")
    client.put(6, "Zweites", "Die Prüfung des Dachs meldet man an amt@example.org, sagt das Amt.")
    client.commit()
    client.manager.begin()
    assert ranked(client, "Prüfung des Dachs")[:2] == [5, 6]
    assert ranked(client, "Wer hilft bei Prüfung des Dachs?")[:2] == [6, 5]
