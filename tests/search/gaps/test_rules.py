"""What is kept and shown of a search without a hit, without a site."""

from kommunalhub.search.gaps import rules

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "anna@example.org",
        "04361 508 12",
        "+49 (0)4361-50812",
        "F-2026-031",
        "C-17",
        "OH-AB 123",
        "Az. 4711/22",
        "Aktenzeichen 20261",
        "Herr Möller",
        "frau dr. petersen",
        "Familie Schmidt",
        "x" * 101,
        "a b c d e f g h i j k",
        "123",
        "",
        "  ",
    ],
)
def test_what_could_be_about_a_person_is_not_kept(text):
    assert rules.tidied(text) is None


@pytest.mark.parametrize(
    "text", ["Rehwild im Garten", "Windows 11", "DSGVO Art. 15", "Frauenhaus", "2. Stufe"]
)
def test_subjects_are_kept(text):
    assert rules.tidied(f" {text} ") == text


def test_once_or_twice_in_one_week_is_not_shown():
    assert rules.lines({"2026-11-23": {"rehwild": 2}}) == []
    assert rules.lines({"2026-11-16": {"rehwild": 1}, "2026-11-23": {"rehwild": 1}})


def test_spellings_are_one_line_and_the_common_one_is_shown():
    [line] = rules.lines(
        {"2026-11-16": {"Straße": 2, "STRASSE": 1}, "2026-11-23": {"strasse": 1}, "2026-11-09": {}}
    )
    assert (line.text, line.count, line.weeks, line.week) == ("Straße", 4, 2, "2026-11-23")


def test_the_most_asked_comes_first():
    found = rules.lines({"2026-11-23": {"a": 3, "b": 9, "c": 3}})
    assert [line.text for line in found] == ["b", "a", "c"]


def test_surnames_count_alone_and_first_names_that_are_words_do_not():
    names = [({"rosa", "koch"}, "koch"), ({"mitarbeit"}, None)]
    common = {"rosa", "koch", "mitarbeit"}.__contains__
    asked = ["Kochs Rezepte", "Koch", "rosa Papier", "Rosa Koch", "Mitarbeit"]
    found = [rules.names_somebody(text, names, common) for text in asked]
    assert found == [False, True, False, True, False]
