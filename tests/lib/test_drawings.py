"""What stays of a drawing, and what does not: files as programs write them, and nasty ones."""

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from kommunalhub.lib import drawings
from kommunalhub.lib.drawings import DrawingRefused
from kommunalhub.lib.drawings import redrawn
from lxml import etree

import pytest


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
HEAD = SVG + 'viewBox="0 0 400 300">'
RECT = '<rect width="9" height="9"/>'


def drawn(body, head=HEAD):
    return redrawn(f"{head}{body}</svg>".encode())


def elements(drawing):
    return [etree.QName(one).localname for one in etree.fromstring(drawing.svg).iter()]


def test_what_an_office_draws_stays():
    found = drawn(
        "<title>Erdgeschoss</title><defs><linearGradient id='sand'><stop offset='0' "
        "stop-color='#f7f3ea'/></linearGradient></defs><g transform='translate(4 4)'>"
        "<path d='M3 3h394v464H250' stroke='#16252a' fill='none'/>"
        "<rect x='1' y='2' width='3' height='4' fill='url(#sand)'/>"
        "<text x='20' y='30' font-family='\"Source Sans 3\", sans-serif'>Teeküche &amp; Flur"
        "</text></g>"
    )
    assert found.left_out == ()
    assert (found.width, found.height) == (400, 300)
    assert "Teeküche &amp; Flur" in found.svg
    assert 'fill="url(#sand)"' in found.svg
    assert 'font-family="Source Sans 3, sans-serif"' in found.svg
    assert elements(found)[0] == "svg"


def test_style_sheets_become_attributes():
    found = drawn(
        "<style>/* Illustrator */ .cls-1, .cls-2 { fill: #e3f0f1; } .cls-2{stroke:#07343d;"
        "filter:url(#x)} @import url(https://example.org/x.css); @font-face{src:url(//example.org)}"
        "</style><rect class='cls-2' width='9' height='9' style='stroke-width:2;behavior:url(#x)'/>"
    )
    assert found.svg.endswith(
        '<rect width="9" height="9" fill="#e3f0f1" stroke="#07343d" stroke-width="2"></rect></svg>'
    )


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<script xlink:href='https://example.org/x.js'/>",
        "<rect onclick='alert(1)' onload='x()' width='9' height='9'/>",
        "<a href='javascript:alert(1)'><text>Los</text></a>",
        "<image href='https://example.org/x.png'/>",
        "<image xlink:href='data:image/svg+xml,&lt;svg/>'/>",
        "<use href='https://example.org/x.svg#a'/><use xlink:href='#a'/>",
        "<foreignObject><div xmlns='http://www.w3.org/1999/xhtml'>x</div></foreignObject>",
        "<animate attributeName='href' to='javascript:x'/><set attributeName='onclick' to='x'/>",
        "<style>@import 'https://example.org/x.css'; rect{fill:url(https://example.org/y)}</style>",
        "<rect fill='url(https://example.org/x#a)' width='9' height='9'/>",
        "<rect style='fill:u\\72l(https://example.org)' width='9' height='9'/>",
        "<rect style='background:image-set(x)' fill='expression(x)' width='9' height='9'/>",
        "<linearGradient id='a' href='https://example.org/x.svg#b'/>",
        "<feImage href='https://example.org/x'/><filter id='f'><feImage href='#x'/></filter>",
        "<handler xmlns='http://www.w3.org/2001/xml-events' type='x'>x</handler>",
        "<svg><script>x</script></svg><iframe xmlns='http://www.w3.org/1999/xhtml' src='//x'/>",
        "<text><script>alert(1)</script>Text</text>",
        "<title><!-- --><![CDATA[<script>alert(1)</script>]]></title>",
    ],
)
def test_nothing_that_acts_or_leads_elsewhere_stays(body):
    found = drawn(RECT + body)
    root = etree.fromstring(found.svg)
    for one in root.iter():
        assert etree.QName(one).namespace == drawings.NAMESPACE
        assert etree.QName(one).localname in drawings.ELEMENTS
        assert set(one.attrib) <= drawings.GEOMETRY | drawings.LOOKS | {"id", "href"}
        for name, value in one.attrib.items():
            assert not name.startswith("on")
            assert "//" not in value
            assert ":" not in value
            assert "(" not in value or value.startswith("url(#")


def test_one_is_told_what_was_left_out():
    assert drawn(f"{RECT}<image href='x'/><use href='#a'/><image/>").left_out == ("image", "use")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "markup"),
        (b"GIF89a", "markup"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'", "markup"),
        (b"\x1f\x8b\x08 svgz", "markup"),
        (b"<?xml version='1.0' encoding='klingon'?><svg/>", "markup"),
        (b"<html><body/></html>", "none"),
        (b"<svg><rect/></svg>", "none"),
        (f"{HEAD}</svg>".encode(), "none"),
        (f"{SVG}><rect/></svg>".encode(), "size"),
        (f"{SVG}viewBox='0 0 nan 9'><rect/></svg>".encode(), "size"),
        (f"{SVG}viewBox='0 0 inf inf'><rect/></svg>".encode(), "size"),
        (f"{SVG}width='900' height='10'><rect/></svg>".encode(), "size"),
        (f"{SVG}width='100%' height='100%'><rect/></svg>".encode(), "size"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + f"{HEAD}{RECT}</svg>".encode(), "entities"),
        (b"<!DOCTYPE svg SYSTEM 'file:///etc/passwd' []>" + HEAD.encode(), "entities"),
        (f"{HEAD}{'<g>' * 41}{'</g>' * 41}</svg>".encode(), "nested"),
        (f"{HEAD}{RECT * 5001}</svg>".encode(), "many"),
        (b" " * 500_001, "large"),
    ],
)
def test_what_is_no_drawing_is_refused(data, reason):
    with pytest.raises(DrawingRefused) as refused:
        redrawn(data)
    assert refused.value.reason == reason


def test_a_document_type_without_declarations_is_borne():
    head = (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    assert "DOCTYPE" not in drawn(RECT, head + HEAD).svg


texts = st.text(alphabet="<>\"'&;:/()#%.,\\@ \naurlscipt=0", max_size=60)


@settings(max_examples=150, deadline=None)
@given(texts, texts, st.sampled_from(["fill", "style", "d", "transform", "class", "id", "href"]))
def test_whatever_stands_in_it_a_second_time_changes_nothing(value, text, name):
    root = etree.fromstring(f"{HEAD}{RECT}<text/></svg>")
    root[0].set(name, value)
    root[1].text = text
    once = redrawn(etree.tostring(root))
    assert redrawn(once.svg.encode()) == once
    assert len(elements(once)) == 3
