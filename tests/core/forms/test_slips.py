"""Slips are the site's own, belong to one person and one form, and grow old."""

from kommunalhub.core.forms import slips
from types import SimpleNamespace

import pytest


NOW = 1_780_000_000
SECRET = "secret"


def upload(name):
    return SimpleNamespace(filename=name)


def test_a_slip_comes_back_as_it_was():
    slip = slips.new_slip("mia", "/hub/x/++add++Y", NOW)
    assert slips.unseal(slips.seal(slip, SECRET), ["newer", SECRET]) == slip


@pytest.mark.parametrize("text", [None, "", "x", "x.y", ["a"], 7, "Ä.Ä"])
def test_what_is_no_slip_is_none(text):
    assert slips.unseal(text, [SECRET]) is None


def test_another_site_or_a_changed_body_is_no_slip():
    sealed = slips.seal(slips.new_slip("mia", "/hub/x", NOW), SECRET)
    assert slips.unseal(sealed, ["other"]) is None
    assert slips.unseal(f"x{sealed}", [SECRET]) is None


def test_a_slip_is_of_one_person_and_one_form():
    slip = slips.new_slip("mia", "/hub/x", NOW)
    assert slip.is_of("mia", "/hub/x")
    assert not slip.is_of("rita", "/hub/x")
    assert not slip.is_of("mia", "/hub/y")
    assert not slip.is_of(None, "/hub/x")


def test_a_slip_lives_a_week():
    slip = slips.new_slip("mia", "/hub/x", NOW)
    assert slip.is_fresh(NOW)
    assert slip.is_fresh(NOW + slips.LIFE - 61)
    assert not slip.is_fresh(NOW + slips.LIFE)
    assert not slip.is_fresh(NOW - 3600)


def test_numbers_sort_by_time_and_differ():
    numbers = [slips.new_number(NOW + second) for second in (0, 1, 2, 70_000)]
    assert numbers == sorted(numbers)
    assert slips.new_number(NOW) != slips.new_number(NOW)
    assert slips.new_number(NOW) > slips.number_before(NOW + 60, 60)
    assert slips.new_number(NOW) < slips.number_before(NOW + 61, 60)


def test_no_secret_is_kept():
    form = {
        "form.widgets.title": "Dach",
        "form.widgets.topics": ["a", "b"],
        "form.widgets.password": "geheim",
        "Kennwort": "geheim",
        "__ac_password": "geheim",
        "_authenticator": "token",
        "_slip": "slip",
        "form.buttons.save": "Speichern",
        "files": [upload("a.pdf")],
        "file": upload("b.pdf"),
        "number": 3,
    }
    assert slips.kept(form) == {
        "form.widgets.title": "Dach",
        "form.widgets.topics": ["a", "b"],
    }
    assert slips.files_of(form) == ["a.pdf", "b.pdf"]


def test_folders_of_a_file_are_left_out():
    assert slips.files_of({"x": upload("C:\\Users\\mia\\Plan.pdf")}) == ["Plan.pdf"]
    assert slips.files_of({"x": upload("")}) == []


def test_the_same_form_has_the_same_fingerprint():
    form = {"title": "Dach", "topics": ["a"], "files": [upload("a.pdf")]}
    again = {"files": [upload("a.pdf")], "topics": ["a"], "title": "Dach", "_slip": "other"}
    assert slips.fingerprint(form) == slips.fingerprint(again)
    assert slips.fingerprint(form) != slips.fingerprint({**form, "title": "Haus"})
    assert slips.fingerprint(form) != slips.fingerprint({**form, "files": [upload("b.pdf")]})
