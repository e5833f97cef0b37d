"""The rules for materials, without a site."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from io import BytesIO
from kommunalhub.lib import office
from kommunalhub.lib.filekinds import BEGINNINGS
from kommunalhub.materials import rules
from kommunalhub.materials import validation
from pathlib import Path
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile

import pytest


(OLE,) = BEGINNINGS["ole"]
LIMIT = 1_000_000
CASES = Path(__file__).parents[1] / "search" / "reading" / "cases"
PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\nstartxref\n9\n%%EOF\n"


def package(**parts):
    """Return the bytes of a zip file with these parts (name -> text)."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return target.getvalue()


def ooxml(main, **more):
    return package(**{"[Content_Types].xml": "<Types/>", main: "<document/>", **more})


def odf(media_type, **more):
    return package(mimetype=media_type, **{"content.xml": "<office/>", **more})


GOOD = {
    "pdf": PDF,
    "docx": ooxml("word/document.xml"),
    "pptx": ooxml("ppt/presentation.xml"),
    "odt": odf("application/vnd.oasis.opendocument.text"),
    "odp": odf("application/vnd.oasis.opendocument.presentation"),
}


def problem(data, filename, limit=LIMIT):
    with pytest.raises(rules.BadFile) as caught:
        rules.check_file(BytesIO(data), filename, limit)
    return caught.value.problem


@pytest.mark.parametrize("kind", GOOD)
def test_each_kind_is_told_by_its_content(kind):
    assert rules.check_file(BytesIO(GOOD[kind]), f"Unterlage.{kind.upper()}", LIMIT) == kind


VTT = "WEBVTT\n\n00:01:05.000 --> 00:01:08.000\nGuten Tag\n"
SRT = "1\r\n00:01:05,000 --> 00:01:08,000\r\nGuten Tag\r\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (VTT.encode(), "vortrag.vtt"),
        (SRT.encode("cp1252"), "Vortrag.SRT"),
        (SRT.encode("utf-16"), "vortrag.srt"),
    ],
)
def test_subtitles(data, name):
    rules.check_subtitles(BytesIO(data), name)


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"", "vortrag.vtt", rules.EMPTY),
        (VTT.encode(), "vortrag.txt", rules.UNKNOWN_KIND),
        (b"WEBVTT\n", "vortrag.vtt", rules.OTHER_CONTENT),
        (PDF, "vortrag.vtt", rules.OTHER_CONTENT),
        (b"x" * (rules.SUBTITLES_LIMIT + 1), "vortrag.vtt", rules.TOO_BIG),
    ],
)
def test_what_are_no_subtitles(data, name, expected):
    with pytest.raises(rules.BadFile) as caught:
        rules.check_subtitles(BytesIO(data), name)
    assert caught.value.problem == expected


@pytest.mark.parametrize("named", GOOD)
@pytest.mark.parametrize("kind", GOOD)
def test_a_name_that_promises_another_kind_is_refused(kind, named):
    if kind != named:
        assert problem(GOOD[kind], f"x.{named}") == rules.OTHER_CONTENT


@pytest.mark.parametrize(
    ("data", "filename", "expected"),
    [
        (b"", "x.pdf", rules.EMPTY),
        (PDF + b" " * LIMIT, "x.pdf", rules.TOO_BIG),
        (PDF, "x.exe", rules.UNKNOWN_KIND),
        (PDF, "x", rules.UNKNOWN_KIND),
        (b"<html><script>alert(1)</script>", "x.pdf", rules.OTHER_CONTENT),
        (b"MZ\x90\x00", "x.docx", rules.OTHER_CONTENT),
        (PDF[:-8], "x.pdf", rules.BROKEN),
        (GOOD["docx"][:-30], "x.docx", rules.BROKEN),
        (GOOD["odt"][: len(GOOD["odt"]) // 2], "x.odt", rules.BROKEN),
        (b"PK\x03\x04nonsense", "x.pptx", rules.BROKEN),
        (OLE + b"\0" * 512, "x.docx", rules.OLD_FORMAT),
        (OLE + b"\0" * 512 + office.OLE_ENCRYPTED, "x.docx", rules.PROTECTED),
        (b"PK\x03\x04", "vorlage.docm", rules.MACROS),
        (
            odf(rules.KINDS["odt"].media_type, **{"META-INF/manifest.xml": "<encryption-data/>"}),
            "x.odt",
            rules.PROTECTED,
        ),
        (ooxml("word/document.xml", **{"word/vbaProject.bin": "x"}), "x.docx", rules.MACROS),
        (package(**{"notes.txt": "x"}), "x.docx", rules.OTHER_CONTENT),
        (package(mimetype=rules.KINDS["odt"].media_type), "x.odt", rules.BROKEN),
    ],
)
def test_what_is_no_material_says_why(data, filename, expected):
    assert problem(data, filename) == expected


def test_a_pdf_at_the_limit_is_accepted():
    assert rules.check_file(BytesIO(PDF), "x.pdf", len(PDF)) == "pdf"


@given(st.binary(max_size=300), st.sampled_from([*GOOD, "exe", ""]))
def test_any_bytes_are_either_refused_or_of_the_named_kind(data, ending):
    try:
        kind = rules.check_file(BytesIO(data), f"x.{ending}", LIMIT)
    except rules.BadFile as bad:
        assert bad.problem in vars(rules).values()
    else:
        assert kind == ending


@given(st.sampled_from(list(GOOD)), st.integers(min_value=1, max_value=60))
def test_a_file_cut_off_at_the_end_never_passes(kind, cut):
    data = GOOD[kind]
    cut = min(cut, len(data) - 8) + 6  # a PDF without its last line break is still whole
    with pytest.raises(rules.BadFile):
        rules.check_file(BytesIO(data[:-cut]), f"x.{kind}", LIMIT)


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("https://video.example.org/w/abc?t=1", True),
        ("https://video.example.org:8443/w", True),
        ("http://video.example.org/w", False),
        ("https://", False),
        ("https://localhost/w", False),
        ("https://user:word@video.example.org/", False),
        ('https://video.example.org/"><script>', False),
        ("https://video.example.org:port/", False),
        ("https://[broken/", False),
        ("javascript:alert(1)//https://a.b", False),
        ("video.example.org", False),
    ],
)
def test_video_links(url, good):
    assert rules.is_https_url(url) is good


@given(st.text())
def test_a_video_link_never_carries_a_script(url):
    if rules.is_https_url(url):
        assert url.lower().lstrip().startswith("https://")


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-400, 400))
def test_review_comes_before_the_end_of_validity(valid_until, days):
    review_on = valid_until + timedelta(days=days)
    assert rules.review_comes_first(review_on, valid_until) is (days < 0)


@pytest.mark.parametrize(
    ("file", "video", "text", "kind"),
    [
        ("pdf", None, None, "pdf"),
        ("pdf", "https://a.b", "x", "pdf"),
        (None, "https://a.b", "x", "video"),
        (None, None, "x", "text"),
    ],
)
def test_the_kind_of_a_material(file, video, text, kind):
    assert rules.kind_of_material(file, video) == kind


@pytest.mark.parametrize(
    ("file", "video", "text", "there"),
    [
        (object(), None, None, True),
        (None, "https://a.b", None, True),
        (None, None, "x", True),
        (None, "  ", "\n", False),
        (None, None, None, False),
    ],
)
def test_a_material_has_something_to_read(file, video, text, there):
    assert rules.has_content(file, video, text) is there


#: Each kind of file that was met outside: what a material makes of it, None for taking it.
MET = {
    "docx-rueckwaerts.docx": None,
    "docx-sharepoint-document2.docx": None,
    "docx-strict.docx": None,
    "odt-openoffice2-doctype.odt": None,
    "pptx-mit-abschnitten.pptx": None,
    "pdf-html-am-ende.pdf": None,
    "pdf-nullbytes-am-ende.pdf": None,
    "pdf-ohne-eof.pdf": None,
    "pdf-zeilen-davor.pdf": None,
    "odt-mit-basic-makro.odt": rules.MACROS,
    "vorlage-mit-makro.docm": rules.MACROS,
    "pdf-linear-abgeschnitten.pdf": rules.BROKEN,
    "flach.fodt": rules.UNKNOWN_KIND,
    "nachricht.eml": rules.UNKNOWN_KIND,
}


@pytest.mark.parametrize("name", MET)
def test_files_of_other_programs(name):
    with (CASES / name).open("rb") as stream:
        try:
            assert name.endswith(rules.check_file(stream, name, LIMIT, validation.is_read))
            found = None
        except rules.BadFile as bad:
            found = bad.problem
    assert found == MET[name]


@pytest.mark.parametrize("name", ["umbruch-text.html", "text-mit-bild.html", "unterstrichen.html"])
def test_markup_of_a_text_says_something(name):
    assert validation.says_something((CASES / name).read_text())
