"""Pictures of single pages: exactly that page with the words marked, and nobody else's."""

from io import BytesIO
from kommunalhub.core.acting import as_system
from kommunalhub.lib.filetext.pagepicture import MOST_BYTES
from kommunalhub.lib.filetext.pagepicture import places_of
from kommunalhub.lib.filetext.pagepicture import SEA
from kommunalhub.search.interfaces import IFileText
from kommunalhub.search.reading import office
from kommunalhub.search.reading import operations
from kommunalhub.search.reading import pagepicture
from kommunalhub.search.reading import process
from lib.filetext.printed import body
from lib.filetext.printed import line
from lib.filetext.printed import pdf
from PIL import Image
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.namedfile.file import NamedBlobFile
from search.reading import files

import os
import pytest
import requests
import stat
import transaction
import zipfile


OWNER = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
MANUAL = pdf([body(), [*body(700, 5), line("Sondernutzung der Gehwege", 600)], body(size=9)])


def image_of(picture):
    image = Image.open(BytesIO(picture))
    assert image.format == "WEBP"
    return image.convert("RGB")


def marked(image):
    """Return the (left, top, right, bottom) shares of what is marked on a picture, or None."""
    blue = [
        (x, y)
        for y in range(image.height)
        for x in range(image.width)
        if all(abs(a - b) < 12 for a, b in zip(image.getpixel((x, y)), SEA, strict=True))
    ]
    if not blue:
        return None
    across, down = zip(*blue, strict=True)
    return (
        min(across) / image.width,
        min(down) / image.height,
        max(across) / image.width,
        max(down) / image.height,
    )


def test_words_are_marked_where_they_stand():
    picture = process.page_picture(BytesIO(MANUAL), 2, ["Sondernutzung"])
    left, top, right, bottom = marked(image_of(picture))
    assert left == pytest.approx(70 / 595, abs=0.02)
    assert right == pytest.approx(145 / 595, abs=0.03)
    assert top == pytest.approx(1 - 608 / 842, abs=0.02)
    assert bottom == pytest.approx(1 - 598 / 842, abs=0.02)


def test_words_that_a_program_wrote_letter_by_letter():
    places = (70, 78.6, 84.7, 90.8, 98.7, 104.8, 110.9)
    letters = [line(letter, 600, x=x) for letter, x in zip("Gehwege", places, strict=True)]
    left, _top, right, _bottom = marked(
        image_of(process.page_picture(BytesIO(pdf([letters])), 1, ["Gehwege"]))
    )
    assert left == pytest.approx(70 / 595, abs=0.02)
    assert right == pytest.approx(117 / 595, abs=0.02)


def test_turned_pages_too():
    turned = pdf([[line("Sondernutzung der Gehwege", 600)]], rotate=90)
    left, top, right, bottom = marked(
        image_of(process.page_picture(BytesIO(turned), 1, ["Sondernutzung"]))
    )
    assert left == pytest.approx(598 / 842, abs=0.02)
    assert bottom - top > right - left


def test_nothing_is_marked_that_was_not_asked_for():
    assert marked(image_of(process.page_picture(BytesIO(MANUAL), 1, ["Sondernutzung"]))) is None
    assert marked(image_of(process.page_picture(BytesIO(MANUAL), 2))) is None
    assert places_of("Vergabevermerke und Vermerk", ["Vermerk"]) == [(20, 27)]
    assert places_of("Gehwege (.*)", [".*", ""]) == [(9, 11)]


@pytest.mark.parametrize(
    "data",
    [b"", files.pdf("Antrag")[:200], files.encrypted_pdf(), files.flate_bomb(600), files.docx()],
    ids=["empty", "truncated", "password", "flate bomb", "no PDF"],
)
def test_files_that_cannot_be_drawn(data):
    assert process.page_picture(BytesIO(data), 1, ["Antrag"]) is None


def test_a_page_that_is_not_there():
    assert process.page_picture(BytesIO(MANUAL), 4) is None


def test_small_enough_whatever_is_on_it():
    size = 600, 850
    noise = Image.effect_noise(size, 120)
    colours = Image.merge("RGB", [noise, noise.rotate(90).resize(size), noise.rotate(180)])
    out = BytesIO()
    colours.save(out, "PDF")
    assert len(process.page_picture(BytesIO(out.getvalue()), 1)) <= MOST_BYTES


def test_the_shelf_has_an_end():
    shelf = pagepicture.Shelf(10)
    for key in "abc":
        shelf.put(key, b"1234")
    assert (shelf.get("a"), shelf.get("c"), shelf.size) == (None, b"1234", 8)


@pytest.fixture
def portal(functional):
    portal = functional["portal"]
    with api.env.adopt_roles(["Manager"]):
        yield portal
    transaction.abort()


def blob(data):
    return NamedBlobFile(data=data, filename="handbuch.pdf", contentType="application/pdf")


def read_all(portal):
    transaction.commit()
    with as_system(portal):
        operations.read_waiting(portal)
    transaction.begin()


@pytest.fixture
def manual(portal):
    made = api.content.create(portal, "File", "handbuch", title="Handbuch", file=blob(MANUAL))
    read_all(portal)
    return made


def get(thing, auth=None, **asked):
    return requests.get(f"{thing.absolute_url()}/@@page-picture", params=asked, auth=auth)


def test_the_page_with_the_words_of_the_question(manual):
    text = IFileText(manual)
    answer = get(manual, page=2, q="Wo geht es um Sondernutzungen?", v=text.version)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/webp")
    assert "private" in answer.headers["Cache-Control"]
    assert "immutable" in answer.headers["Cache-Control"]
    assert len(answer.content) <= MOST_BYTES
    left, _top, right, _bottom = marked(image_of(answer.content))
    assert right - left == pytest.approx(75 / 595, abs=0.04)  # one word, and no stop word
    again = requests.get(answer.url, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_it_is_made_once(manual, monkeypatch):
    one = get(manual, page=3, size="hit").content

    def never(*args, **kwargs):
        raise AssertionError("made again")

    monkeypatch.setattr(process, "page_picture", never)
    assert get(manual, page=3, size="hit").content == one
    assert image_of(one).height == 480


def test_another_version_has_its_own_pictures(portal, manual):
    version = IFileText(manual).version
    manual.file = blob(pdf([body(), [line("Gewerbesteuer", 600)], body()]))
    operations.have_read(manual)
    transaction.commit()
    assert get(manual, page=2, q="Sondernutzung", v=version).status_code == 404
    read_all(portal)
    assert IFileText(manual).version != version
    assert get(manual, page=2, v=version).status_code == 404
    assert get(manual, page=2, v=IFileText(manual).version).status_code == 200


def test_nobody_sees_what_they_may_not_see(portal, manual):
    manual.manage_permission("View", ["Manager"], acquire=False)
    transaction.commit()
    assert get(manual, OWNER, page=2).status_code == 200
    answer, page = get(manual, page=2), requests.get(manual.absolute_url(), allow_redirects=False)
    assert answer.headers["Content-Type"] != "image/webp"
    assert answer.status_code in (401, 404) and page.status_code != 200


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"page": ""},
        {"page": "0"},
        {"page": "-1"},
        {"page": "zwei"},
        {"page": "²"},
        {"page": "9" * 40},
        {"page": ["1", "2"]},
        {"page": "1", "q": "x" * 301},
        {"page": "1", "q": ["a", "b"]},
        {"page": "1", "size": "huge"},
    ],
    ids=str,
)
def test_what_is_no_question(manual, asked):
    assert get(manual, **asked).status_code in (400, 404)


def test_pages_and_versions_that_are_not_there(manual):
    assert get(manual, page=4).status_code == 404
    assert get(manual, page=1, v="anders").status_code == 404
    assert get(manual, page=1, v=["a", "b"]).status_code == 404
    other = api.content.create(api.portal.get(), "Document", "seite", title="Seite")
    transaction.commit()
    assert get(other, page=1).status_code == 404


def test_too_many_at_once_are_told_to_come_again(manual, monkeypatch):
    monkeypatch.setattr(pagepicture, "PATIENCE", 0)
    held = [pagepicture.drawing.acquire() for _ in range(pagepicture.AT_ONCE)]
    try:
        answer = get(manual, page=1, q="Zuschlag")
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    finally:
        for _ in held:
            pagepicture.drawing.release()
    assert get(manual, page=1, q="Zuschlag").status_code == 200


@pytest.fixture
def talk(portal, tmp_path, monkeypatch):
    """Return slides on a server whose LibreOffice makes a PDF of three pages of anything."""
    (tmp_path / "fertig.pdf").write_bytes(MANUAL)
    program = tmp_path / "soffice"
    program.write_text(
        f'#!/bin/sh\ncp {tmp_path}/fertig.pdf "$(dirname "$8")/datei.pdf"\n'
        f'echo "$@" >> {tmp_path}/said\n'
    )
    os.chmod(program, stat.S_IRWXU)
    monkeypatch.setattr(office, "draws_office", lambda: str(program))
    file = NamedBlobFile(data=files.pptx("Eins", "Sondernutzung"), filename="vortrag.pptx")
    made = api.content.create(portal, "File", "vortrag", title="Vortrag", file=file)
    read_all(portal)
    (tmp_path / "said").unlink(missing_ok=True)
    return made


@pytest.fixture
def asked(tmp_path):
    """Return the file in which LibreOffice was called."""
    return tmp_path / "said"


def test_slides_where_libreoffice_is(talk, asked):
    answer = get(talk, page=2, q="Sondernutzung", v=IFileText(talk).version)
    assert answer.status_code == 200
    assert marked(image_of(answer.content))
    assert get(talk, page=1, size="hit").status_code == 200
    assert asked.read_text().count("ExportHiddenSlides") == 1  # printed once
    assert get(talk, page=3).status_code == 404
    url = talk.absolute_url()
    assert "page=2" in pagepicture.page_picture_url(url, "slide", 2)


def test_no_pictures_of_slides_without_libreoffice(talk, monkeypatch):
    monkeypatch.setattr(office, "draws_office", lambda: None)
    assert get(talk, page=1).status_code == 404
    assert pagepicture.page_picture_url(talk.absolute_url(), "slide", 2) is None


def test_slides_that_are_being_printed(talk):
    with pagepicture.printing:
        assert get(talk, page=1).status_code == 503
    assert get(talk, page=1).status_code == 200


def test_libreoffice_never_prints_what_names_something_elsewhere(portal, talk, asked):
    relation = (
        '<Relationships><Relationship Id="r" Type="x/image" TargetMode="External"'
        ' Target="file:///etc/b.png"/></Relationships>'
    )
    out = BytesIO(files.pptx("Eins"))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("ppt/slides/_rels/slide9.xml.rels", relation)
    file = NamedBlobFile(data=out.getvalue(), filename="fremd.pptx")
    other = api.content.create(portal, "File", "fremd", title="Fremd", file=file)
    read_all(portal)
    assert get(other, page=1).status_code == 404
    assert not asked.exists()
