"""One resolution serves pip, uv and buildout."""

from importlib.util import module_from_spec
from importlib.util import spec_from_file_location
from pathlib import Path

import pytest


TOP = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pins():
    spec = spec_from_file_location("pins", TOP / "scripts" / "pins.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_files_agree_with_each_other_and_with_setup_py(pins):
    assert pins.differences() == []


def test_a_requirement_without_pin_is_told(pins, monkeypatch):
    monkeypatch.setattr(pins, "requirements", lambda: ["no-such-thing>=1"])
    assert pins.differences() == ["no-such-thing has no pin: run make pins"]


def test_a_pin_outside_what_setup_py_wants_is_told(pins, monkeypatch):
    monkeypatch.setattr(pins, "requirements", lambda: ["Zope<2"])
    (problem,) = pins.differences()
    assert problem.startswith("setup.py wants Zope<2, the pin is ")


def test_names_are_canonical_and_markers_are_dropped(pins):
    text = "# a comment\nZ3C.Form==1.2  # via x\ncolorama==0.4 ; sys_platform == 'win32'\n"
    assert pins.pins(text) == {"z3c-form": "1.2", "colorama": "0.4"}


def test_a_name_pinned_to_two_versions_is_an_error(pins):
    with pytest.raises(SystemExit, match="soupsieve is pinned twice"):
        pins.pins("soupsieve==1 ; python_version < '3.12'\nsoupsieve==2\n")


def test_buildout_does_not_pin_what_it_runs_on(pins):
    assert pins.versions_cfg("zope==6\nsetuptools==80\nuv==1\n").endswith("[versions]\nzope = 6\n")


@pytest.mark.parametrize("name", ["constraints.txt", "versions.cfg"])
def test_no_pin_names_a_host_or_a_folder(name):
    text = (TOP / name).read_text(encoding="utf-8")
    marks = ("://", "file:", " @ ", "--", "\\", "/home")
    assert [mark for mark in marks if mark in text] == []
