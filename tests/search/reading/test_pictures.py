"""Pictures of first pages: made in the reading program, private as the file, never in the way."""

from io import BytesIO
from kommunalhub.core.acting import as_system
from kommunalhub.lib.filetext import limits
from kommunalhub.search.reading import operations
from kommunalhub.search.reading import process
from kommunalhub.search.reading import state
from PIL import Image
from PIL import ImageDraw
from plone import api
from plone.namedfile.file import NamedBlobFile
from search.reading import files
from xml.etree import ElementTree

import os
import pytest
import requests
import shutil
import stat
import transaction
import zipfile


#: What the settings of LibreOffice are written in.
OOR = "{http://openoffice.org/2001/registry}"


LINKED = (
    '<office:text xmlns:xlink="http://www.w3.org/1999/xlink"><text:p>Guten Tag</text:p>'
    '<draw:image xlink:href="{}"/></office:text>'
)


def read(data, name="datei", **options):
    return process.read(BytesIO(data), name, **{"office": "", **options})


def size(picture):
    image = Image.open(BytesIO(picture))
    assert image.format == "WEBP"
    return image.size


def drawing(kind="PNG", width=300, height=200, mode="RGB"):
    """Return a picture with something on it."""
    image = Image.new(mode, (width, height), "white")
    ImageDraw.Draw(image).rectangle((20, 20, width // 2, height // 2), fill="navy")
    out = BytesIO()
    image.save(out, kind)
    return out.getvalue()


def with_member(data, name, content):
    """Return an Office file with one more member."""
    out = BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def test_first_page_of_a_pdf():
    reading = read(files.pdf("Antrag auf Urlaub", "Seite zwei"))
    assert reading.outcome == limits.OK
    width, height = size(reading.picture)
    assert width <= 320
    assert height <= 420


def test_what_an_office_file_carries_of_itself():
    data = with_member(files.docx(), "docProps/thumbnail.png", drawing())
    assert size(read(data).picture) == (300, 200)
    data = with_member(
        files.pptx("Guten Tag"), "docProps/thumbnail.jpeg", drawing("JPEG", 1200, 900)
    )
    assert size(read(data).picture) == (320, 240)


@pytest.mark.parametrize(
    "picture",
    [
        b"",
        b"kein Bild",
        drawing()[:120],
        drawing("GIF", mode="P"),
        drawing("TIFF"),
        drawing(width=9000, height=9000),
        b"\x89PNG\r\n\x1a\n" + b"\0" * (9 * limits.MEGABYTE),
    ],
    ids=["empty", "text", "cut", "gif", "tiff", "many pixels", "large"],
)
def test_bad_pictures_are_left_out_and_the_text_is_read(picture):
    reading = read(with_member(files.docx(), "docProps/thumbnail.png", picture))
    assert reading.outcome == limits.OK
    assert "Guten Tag" in reading.text
    assert reading.picture is None


def test_an_empty_page_is_no_picture():
    blank = BytesIO()
    Image.new("RGB", (300, 200), "white").save(blank, "PNG")
    data = with_member(files.docx(), "docProps/thumbnail.png", blank.getvalue())
    assert read(data).picture is None


@pytest.mark.parametrize(
    "data",
    [
        files.encrypted_pdf(),
        files.flate_bomb(),
        files.zip_bomb(50),
        files.entity_bomb(),
        files.pdf("Antrag")[:200],
        b"",
    ],
    ids=["password", "flate bomb", "zip bomb", "entity bomb", "truncated", "zero bytes"],
)
def test_bad_files_have_none(data):
    assert read(data, "datei.pdf").picture is None


def office(tmp_path, script):
    """Return a stand-in for LibreOffice."""
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    os.chmod(program, stat.S_IRWXU)
    return str(program)


def test_libreoffice_draws_what_carries_no_picture(tmp_path):
    (tmp_path / "fertig.pdf").write_bytes(files.pdf("Guten Tag"))
    made = f'cp {tmp_path}/fertig.pdf "$(dirname "$8")/datei.pdf"; echo "$@" > {tmp_path}/said'
    reading = read(files.docx(), office=office(tmp_path, made))
    assert size(reading.picture)
    said = (tmp_path / "said").read_text()
    assert "--headless" in said
    assert "UserInstallation=file:///" in said


@pytest.mark.parametrize(
    "data",
    [
        files.docx_with_picture_elsewhere("http://localhost:1/b.png"),
        with_member(
            files.pptx("Guten Tag"),
            "ppt/slides/_rels/slide9.xml.rels",
            '<Relationships><Relationship Id="r" Type="x/image" TargetMode="External"'
            ' Target="file:///etc/b.png"/></Relationships>',
        ),
        with_member(files.docx(), "word/_rels/x.xml.rels", "<kaputt"),
        files.odf("text", LINKED.format("file:///etc/b.png")),
    ],
    ids=["docx", "pptx", "broken", "odt"],
)
def test_libreoffice_never_sees_what_names_something_elsewhere(tmp_path, data):
    read(data, office=office(tmp_path, f"touch {tmp_path}/asked"))
    assert not (tmp_path / "asked").exists()


@pytest.mark.parametrize(
    "data",
    [
        with_member(
            files.docx(),
            "word/_rels/y.xml.rels",
            '<Relationships><Relationship Id="r" Type="x/hyperlink" TargetMode="External"'
            ' Target="https://example.org/"/></Relationships>',
        ),
        files.odf("text", LINKED.format("Pictures/1.png")),
    ],
    ids=["link to click on", "picture inside"],
)
def test_what_stays_within_the_file_is_drawn(tmp_path, data):
    assert read(data, office=office(tmp_path, f"touch {tmp_path}/asked")).alone
    assert (tmp_path / "asked").exists()


def test_libreoffice_is_told_to_ask_for_nothing_elsewhere(tmp_path):
    settings = '"$(dirname "$8")/profile/user/registrymodifications.xcu"'
    read(files.docx(), office=office(tmp_path, f"cp {settings} {tmp_path}/settings"))
    items = ElementTree.parse(tmp_path / "settings").getroot()
    values = {prop.get(f"{OOR}name"): prop[0].text for [prop] in items}
    assert values["BlockUntrustedRefererLinks"] == "true"
    assert values["DisableMacrosExecution"] == "true"


@pytest.mark.skipif(not shutil.which("soffice"), reason="above with a program in its place")
def test_the_real_libreoffice_shows_nothing_of_the_server(tmp_path):
    (tmp_path / "geheim.png").write_bytes(drawing(width=600, height=600))
    data = files.docx_with_picture_elsewhere((tmp_path / "geheim.png").as_uri())
    image = Image.open(BytesIO(read(data, "brief.docx", office=None).picture)).convert("RGB")
    assert sum(blue - red > 60 for red, _green, blue in image.get_flattened_data()) < 50


@pytest.mark.parametrize(
    "script",
    ["exit 1", "true", 'echo Unsinn > "$(dirname "$8")/datei.pdf"', "sleep 60 & sleep 60"],
    ids=["fails", "nothing", "nonsense", "hangs"],
)
def test_libreoffice_that_does_not_help(tmp_path, script):
    short = limits.ReadingLimits(wall=3)
    reading = read(files.docx(), office=office(tmp_path, script), limits=short)
    assert (reading.outcome, reading.picture) == (limits.OK, None)


@pytest.fixture
def portal(functional):
    portal = functional["portal"]
    with api.env.adopt_roles(["Manager"]):
        yield portal
    transaction.abort()


def add(portal, data):
    file = NamedBlobFile(data=data, filename="notiz.pdf", contentType="application/pdf")
    made = api.content.create(portal, "File", "notiz", title="Notiz", file=file)
    transaction.commit()
    with as_system(portal):
        operations.read_waiting(portal)
    transaction.begin()
    return made


def test_the_picture_is_shown_and_kept_by_browsers(portal):
    made = add(portal, files.pdf("Antrag auf Urlaub"))
    [brain] = api.content.find(UID=api.content.get_uuid(made))
    assert brain.file_preview == state.picture_of(made).mark
    assert brain.file_unit == "page"
    url = f"{made.absolute_url()}/@@preview"
    answer = requests.get(url, params={"v": brain.file_preview})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/webp"
    assert "immutable" in answer.headers["Cache-Control"]
    assert "private" in answer.headers["Cache-Control"]
    assert size(answer.content)
    again = requests.get(url, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "no-cache" in again.headers["Cache-Control"]
    json = requests.get(made.absolute_url(), headers={"Accept": "application/json"}).json()
    assert json["file_reading"]["preview"] == f"{url}?v={brain.file_preview}"


def test_none_without_a_picture_and_none_any_more_with_another_file(portal):
    made = add(portal, files.pdf("Antrag auf Urlaub"))
    made.file = NamedBlobFile(data=b"nur Text", filename="notiz.txt", contentType="text/plain")
    operations.have_read(made)
    transaction.commit()
    with as_system(portal):
        operations.read_waiting(portal)
    transaction.begin()
    assert state.picture_of(made) is None
    assert requests.get(f"{made.absolute_url()}/@@preview").status_code == 404
    [brain] = api.content.find(UID=api.content.get_uuid(made))
    assert brain.file_preview == ""
