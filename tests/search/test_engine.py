"""Searching in the catalog: what is found, by whom, and how it is counted."""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.search import engine
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import SITE_OWNER_NAME
from plone.namedfile.file import NamedBlobFile
from zope.interface import alsoProvides

import pytest
import shutil


def pdf(text):
    """Return a PDF of one page that says `text` (ASCII)."""
    stream = f"BT /F1 18 Tf 20 100 Td ({text}) Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    out += (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    )
    return out.encode("ascii")


@pytest.fixture
def portal(integration):
    """The site with a public and a hidden page about Deiche."""
    portal = integration["portal"]
    alsoProvides(integration["request"], IKommunalhubLayer)
    login(integration["app"], SITE_OWNER_NAME)
    for title, state in (("Deiche am Wasser", "public"), ("Deiche geheim", "draft")):
        page = api.content.create(portal, "Document", title=title, description="Über Deiche")
        if state != "draft":
            api.content.transition(page, to_state=state)
    return portal


def titles(found):
    return sorted(hit.Title for hit in found.hits)


def test_beginning_of_a_word_is_enough(portal):
    assert titles(engine.search("deich", {})) == ["Deiche am Wasser", "Deiche geheim"]


def test_visitors_neither_find_nor_count_what_they_may_not_see(portal):
    logout()
    found = engine.search("deich", {})
    assert titles(found) == ["Deiche am Wasser"]
    assert found.counts["art"] == {"Document": 1}
    assert "zustand" not in found.counts


def test_people_signed_in_narrow_by_state(portal):
    found = engine.search("deich", {"zustand": ["draft"]})
    assert titles(found) == ["Deiche geheim"]
    assert found.counts["zustand"] == {"public": 1, "draft": 1}


def test_unknown_facet_and_value(portal):
    assert len(engine.search("deich", {"nixda": ["x"]}).hits) == 2
    assert not engine.search("deich", {"art": ["x"]}).hits


def test_one_word_is_enough(portal):
    found = engine.search("Deiche Giraffen", {})
    assert len(found.hits) == 2
    assert found.unknown == ("Giraffen",)


def test_text_without_words_finds_nothing(portal):
    assert not engine.search("*** ", {}).hits


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_text_of_a_pdf_is_found(portal):
    file = NamedBlobFile(pdf("Kreidefelsen"), "application/pdf", "merkblatt.pdf")
    api.content.create(portal, "File", title="Merkblatt", file=file)
    assert titles(engine.search("kreidefelsen", {})) == ["Merkblatt"]


def page(portal, **form):
    request = portal.REQUEST
    request.form.clear()
    request.form.update(form)
    return api.content.get_view("search", portal, request)()


def test_page_answers_and_keeps_the_question(portal):
    html = page(portal, q="deich", art=["Document"])
    assert "2 Treffer" in html
    assert 'value="deich"' in html
    assert ">Deiche</mark>" in html


def test_page_escapes_what_was_typed(portal):
    html = page(portal, q='<script>alert("1")</script>')
    assert "<script>alert" not in html


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"q": ["a", "b"]},
        {"q": {"x": 1}},
        {"q": "deich", "sort": "nixda", "b_start": "-7"},
        {"q": "deich", "b_start": "zwei", "art": [1, None]},
        {"q": "(((", "partner": "malente"},
        {"SearchableText": "deich*"},
    ],
)
def test_page_stands_nonsense(portal, form):
    assert "</html>" in page(portal, **form)
