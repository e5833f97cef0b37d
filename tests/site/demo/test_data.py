"""The data of the demo keeps its promises: sources, honest dates, nobody's real data."""

from datetime import date
from kommunalhub.materials.rules import check_file
from kommunalhub.site.demo import tables
from kommunalhub.site.demo.making.parsing import parse
from kommunalhub.site.demo.stage import Stage
from pathlib import Path

import kommunalhub
import pytest
import re


PACKAGE = Path(kommunalhub.__file__).parent


def table(path):
    """Return the tables of a file of an offer's demo."""
    return Stage.table(PACKAGE / path)


PROGRAMMES = table("funding/demo/programmes.toml")["programme"]
CONSULTATIONS = table("funding/demo/consultations.toml")["consultation"]
MATERIALS = table("materials/demo/materials.toml")["material"]
APPLICATIONS = table("coworking/demo/applications.toml")["application"]
SOURCES = tables.HERE / "making" / "sources"
PARTNERS = {"oldenburg", "malente", "lensahn", "dataport"}
#: When somebody last went through the sources: move it on with them.
CHECKED_BY = date(2026, 11, 29)


def ids(entries):
    return [entry["id"] for entry in entries]


@pytest.mark.parametrize("entries", [PROGRAMMES, CONSULTATIONS, MATERIALS, APPLICATIONS])
def test_ids_are_unique(entries):
    assert len(set(ids(entries))) == len(entries)


def test_there_is_enough_of_everything():
    assert len(PROGRAMMES) >= 14
    assert len(CONSULTATIONS) >= 16
    assert len(MATERIALS) >= 20
    assert {entry["partner"] for entry in CONSULTATIONS} == PARTNERS
    assert {entry["partner"] for entry in MATERIALS} == PARTNERS


@pytest.mark.parametrize("programme", PROGRAMMES, ids=ids(PROGRAMMES))
def test_programme_names_source_and_its_date(programme):
    assert re.match(r"https?://", programme["source_url"])
    assert programme["basis"]
    assert programme["checked_on"] <= CHECKED_BY
    # Umlauts in an address would be shown as they are and break when copied.
    assert programme["source_url"].isascii()


@pytest.mark.parametrize("programme", PROGRAMMES, ids=ids(PROGRAMMES))
def test_programme_without_rate_sends_to_the_guideline(programme):
    if "rate" not in programme and "own_share" not in programme:
        hints = ("siehe", "erfragen", "prüfen", "Prozent")
        assert any(hint in programme["details"] for hint in hints)


def test_a_deadline_every_year_is_marked_as_one():
    for programme in PROGRAMMES:
        assert ("yearly" in programme) + ("deadline" in programme) <= 1
        if programme["deadline_kind"] == "fixed":
            assert "yearly" in programme or "deadline" in programme
        if programme["deadline_kind"] == "rolling":
            assert "yearly" not in programme and "deadline" not in programme


def test_consultations_refer_to_programmes_that_exist():
    known = set(ids(PROGRAMMES))
    for consultation in CONSULTATIONS:
        assert set(consultation.get("programmes", ())) <= known


def test_addresses_are_nobodys():
    data = [*PACKAGE.glob("site/demo/data/*.toml"), *PACKAGE.glob("*/demo/*.toml")]
    assert len(data) > 5
    for path in data:
        addresses = re.findall(r"[\w.+-]+@[\w.-]+", path.read_text("utf-8"))
        assert all(address.endswith("@example.org") for address in addresses)


@pytest.mark.parametrize("material", MATERIALS, ids=ids(MATERIALS))
def test_material_is_a_real_file_of_its_kind_or_a_text(material):
    if "file" not in material:
        assert material["text"]
        return
    with open(tables.FILES / material["file"], "rb") as stream:
        kind = check_file(stream, material["file"], 5 * 1024 * 1024)
    assert material["file"].endswith(f".{kind}")


def test_all_kinds_of_files_are_there():
    kinds = {material["file"].rpartition(".")[2] for material in MATERIALS if "file" in material}
    assert kinds == {"pdf", "docx", "pptx", "odt", "odp"}


def test_files_are_small_and_all_of_them_used():
    used = {material["file"] for material in MATERIALS if "file" in material}
    used |= {file["name"] for entry in CONSULTATIONS for file in entry.get("files", ())}
    there = {path.name: path.stat().st_size for path in tables.FILES.iterdir()}
    assert set(there) == used
    assert sum(there.values()) < 2 * 1024 * 1024


@pytest.mark.parametrize("path", sorted(tables.FILES.glob("*.pdf")), ids=lambda path: path.stem)
def test_pdf_is_tagged_with_title_and_language(path):
    data = path.read_bytes()
    for mark in (b"/StructTreeRoot", b"/MarkInfo", b"/Lang (de", b"/Title"):
        assert mark in data


@pytest.mark.parametrize("material", MATERIALS, ids=ids(MATERIALS))
def test_source_says_the_title_and_enough(material):
    if "file" not in material:
        return
    title, sections = parse((SOURCES / f"{material['id']}.md").read_text("utf-8"))
    assert title == material["title"]
    assert len(sections) >= 5
    assert all(section.blocks for section in sections)


def test_ten_slides_are_ten():
    _title, sections = parse((SOURCES / "vergabevermerk.md").read_text("utf-8"))
    assert len(sections) == 10


def test_a_reason_is_given_wherever_one_is_owed():
    for entry in [*CONSULTATIONS, *MATERIALS, *APPLICATIONS]:
        for step in entry.get("steps", ()):
            if step.get("act") in ("return", "reject", "withdraw", "deny", "waitlist"):
                assert len(step["comment"]) > 20, (entry["id"], step)
