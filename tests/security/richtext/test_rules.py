"""Whatever is written, only what is listed comes out: tags, attributes, classes, addresses."""

from html import escape
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.security.richtext import embeds
from kommunalhub.security.richtext import rules
from lxml import html
from pathlib import Path
from urllib.parse import urljoin
from urllib.parse import urlsplit

import kommunalhub
import pytest
import re
import tomllib


SITE = "https://hub.example.org/hub"
HOSTS = frozenset({"video.example.org"})
#: Tags of HTML, SVG and MathML that are not ours, and one nobody knows.
OTHERS = sorted(
    set(html.defs.tags) - rules.TAGS
    | {"iframe", "svg", "math", "foreignobject", "animate", "use", "dialog", "slot", "x-eigen"}
)
NAMES = sorted(
    set(html.defs.safe_attrs)
    | html.defs.event_attrs
    | {name for names in rules.ATTRIBUTES.values() for name in names}
    | {"style", "data-pat-inject", "data-embed", "srcdoc", "formaction", "xlink:href", "is", "slot"}
    | {"autofocus", "contenteditable", "ping", "background", "srcset", "poster", "tabindex"}
)
VALUES = [
    "javascript:x()",
    " java\tscript:x()",
    "&#106;avascript:x()",
    "vbscript:x",
    "data:text/html,x",
    "data:image/png;base64,AAAA",
    "//fremd.example/x",
    "\\\\fremd.example/x",
    "/\t/fremd.example/x",
    "https://fremd.example/x",
    "https://hub.example.org.fremd.example/x",
    "https://hub.example.org/hubble/x",
    "a.png 1x, https://fremd.example/b.png 2x",
    "position:fixed;inset:0;width:100%",
    "width:expression(x)",
    "background:url(//fremd.example/x)",
    "pat-inject pat-structure pat-plone-modal hub-embed toast fixed-top btn",
    "hub-header",
    "1e9",
    '"><script>x()</script>',
    "\ue0f00\ue0f0",
]
CLASS = re.compile(rf"{re.escape(rules.VARIANTS)}[\w.:-]+")


def check(written):
    """Assert that only what is listed comes out, and stays as it is when cleaned again."""
    out = rules.clean(written, SITE)
    assert rules.clean(out, SITE) == out
    if not out.strip():
        return out
    for element in html.fragment_fromstring(f"<div>{out}</div>").iterdescendants():
        assert element.tag in rules.TAGS, (written, out)
        for name, value in element.attrib.items():
            allowed = rules.COMMON | rules.ATTRIBUTES.get(element.tag, set()) | {"rel"}
            assert name in allowed, (written, out)
            check_value(element.tag, name, value)
    return out


def check_value(tag, name, value):
    if name == "class":
        assert all(one in rules.CLASSES or CLASS.fullmatch(one) for one in value.split())
    elif name == "style":
        assert tag in rules.SIZED
        assert re.fullmatch(r"width: [\d.]+(px|%)", value)
    elif name == "id":
        assert value.startswith(rules.ID)
    elif name in ("src", "poster", "srcset"):
        addresses = [value] if name != "srcset" else [one.split()[0] for one in value.split(", ")]
        for address in addresses:
            where = urlsplit(urljoin(f"{SITE}/", address))
            assert (where.scheme, where.netloc) == ("https", "hub.example.org"), value
    elif name == "href":
        scheme = re.match(r"([a-z]+):", value)
        assert scheme is None or scheme[1] in rules.SCHEMES


@pytest.mark.parametrize("tag", sorted(rules.TAGS) + OTHERS)
def test_every_tag_with_every_attribute_and_value(tag):
    for name in NAMES if tag in rules.TAGS else NAMES[::7]:
        check("".join(f"<{tag} {name}='{value}'>Wort</{tag}>" for value in VALUES))


@pytest.mark.parametrize("tag", sorted(rules.TAGS - {"br", "hr", "img", "wbr", "col", "track"}))
def test_words_in_tags_of_ours_stay(tag):
    assert "Wort" in rules.clean(f"<{tag}>Wort</{tag}>")


@given(st.text(alphabet="<>/=\"' &;#x!-[]ab\x00\n" + rules.VARIANTS[0], max_size=80))
def test_any_heap_of_signs(text):
    check(text)


@given(
    st.lists(
        st.sampled_from(
            ["<svg>", "<math>", "<style>", "<!--", "-->", "<iframe src=x>", "</iframe>"]
            + ["<noscript>", "<p title='</noscript><img src=x onerror=x()>'>", "</p>"]
            + ["<img src=x onerror=x()>"]
            + ["<table>", "<td>", "<mtext>", "<mglyph>", "<textarea>", "</textarea>", "<template>"]
            + ["<![CDATA[", "]]>", "<title>", "</style>", "<a href='javascript:x()'>", "<select>"]
        ),
        max_size=9,
    )
)
def test_broken_and_foreign_markup(parts):
    """Browsers read such heaps in ways of their own; cleaning twice must change nothing."""
    assert "onerror" not in re.sub(r'title="[^"]*"', "", check("".join(parts)))


@pytest.mark.parametrize("name", sorted(rules.CLASSES))
def test_formats_of_the_editor_stay(name):
    assert rules.clean(f'<p class="{name}">x</p>') == f'<p class="{name}">x</p>'


def test_widths_of_tables_stay():
    table = (
        '<table class="listing" style="width: 80%"><colgroup><col style="width: 20%">'
        '<col width="30"></colgroup><tbody><tr><th style="width: 120px" scope="col">x</th></tr>'
        "</tbody></table>"
    )
    assert rules.clean(table) == table
    assert "style" not in rules.clean('<p style="width: 50%">x</p>')


def test_pictures_and_links_of_the_site_stay():
    text = (
        f'<p><img src="{SITE}/bild/@@images/image-1.png" alt="Haus" width="400" height="300"'
        ' loading="lazy"><a href="/hub/seite#text-oben" rel="noopener noreferrer">Seite</a></p>'
    )
    assert rules.clean(text, SITE) == text


def test_anchors_meet_their_links():
    assert rules.clean('<a href="#eins">x</a><h2 id="eins">y</h2>') == (
        '<a href="#text-eins" rel="noopener noreferrer">x</a><h2 id="text-eins">y</h2>'
    )


def texts(data):
    """Yield every HTML text in nested data."""
    if isinstance(data, str) and data.lstrip().startswith("<"):
        yield data
    elif isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from texts(each)


def normal(text):
    tree = html.fragment_fromstring(f"<div>{text}</div>")
    return " ".join(html.tostring(tree, encoding="unicode").split())


def test_texts_that_come_with_the_hub_stay_as_they_are():
    package = Path(kommunalhub.__file__).parent
    written = [path.read_text("utf-8") for path in (package / "site" / "pages").glob("*.html")]
    for path in [*package.glob("site/demo/data/*.toml"), *package.glob("*/demo/*.toml")]:
        written += texts(tomllib.loads(path.read_text("utf-8")))
    assert len(written) > 30
    for text in written:
        cleaned = rules.clean(text).replace(' rel="noopener noreferrer"', "")
        assert normal(cleaned) == normal(text)


FRAME = '<p><iframe src="{}" title="Rundgang">innen</iframe></p>'


@pytest.mark.parametrize(
    "url",
    [
        "http://video.example.org/1",
        "//video.example.org/1",
        "https://video.example.org.fremd.example/1",
        "https://fremd.example/?video.example.org",
        "https://video.example.org@fremd.example/",
        "https://fremd.example\\@video.example.org/",
        "https://video.example.org:444/",
        "javascript:x()",
        "/hub/seite",
        "",
    ],
)
def test_frames_of_other_hosts_are_left_out(url):
    assert rules.clean(FRAME.format(escape(url)), SITE, HOSTS) == "<p></p>"


def test_a_frame_of_a_listed_host_becomes_a_notice_with_a_link():
    out = rules.clean(FRAME.format("https://video.example.org/1?a=1&amp;b=2"), SITE, HOSTS)
    assert "<iframe" not in out and "innen" not in out
    link = html.fragment_fromstring(out).find(".//a")
    assert link.get("href") == "https://video.example.org/1?a=1&b=2"
    assert "video.example.org" in link.text_content()
    notice = html.fragment_fromstring(out).find(".//span[@data-embed]")
    assert notice.get("data-title") == "Rundgang"
    assert rules.clean(FRAME.format("https://video.example.org/1"), SITE, ()) == "<p></p>"


def test_nobody_writes_a_notice_themselves():
    forged = '<span class="hub-embed" data-embed="https://fremd.example/">x</span>'
    assert rules.clean(forged, SITE, HOSTS) == "<span>x</span>"
    mark = f"{embeds.MARK}0{embeds.MARK}"
    both = f'<p title="{mark}">{mark}</p>{FRAME.format("https://video.example.org/1")}'
    assert rules.clean(both, SITE, HOSTS).count("data-embed") == 1


@pytest.mark.parametrize("title", ['x" onload="x()', "<script>", "&quot;&gt;<img src=x>"])
def test_titles_of_frames_stay_titles(title):
    frame = f"<iframe src='https://video.example.org/1' title='{escape(title)}'></iframe>"
    span = html.fragment_fromstring(rules.clean(frame, SITE, HOSTS))
    assert set(span.attrib) == {"class", "data-embed", "data-title", "data-show", "data-hide"}
    assert [child.tag for child in span.iterdescendants()] == ["span", "a"]
