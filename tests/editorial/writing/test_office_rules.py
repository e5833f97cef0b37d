"""What HTML from Word, Outlook, LibreOffice and others means: without a site."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.editorial.writing.pasted.office import cleaned
from kommunalhub.editorial.writing.pasted.office import is_office

import pytest


def item(text, sign="·", level=1, number=0):
    return (
        f"<p class=MsoListParagraph style='margin-left:36pt;mso-list:l{number} level{level} lfo1'>"
        "<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>"
        f"{sign}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span>"
        f"</span><![endif]>{text}<o:p></o:p></p>\n"
    )


WORD = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator '
    'content="Microsoft Word 15"><!--[if gte mso 9]><xml><o:Office/></xml><![endif]--><style>'
    "<!-- p.MsoNormal {color:red} --></style></head><body lang=DE><!--StartFragment-->"
    "<h1>Sperrm&uuml;ll\nanmelden<o:p></o:p></h1>"
    "<p class=MsoNormal align=center style='text-align:center'><b><span lang=DE "
    "style='color:red;mso-ansi-language:DE'>M&ouml;bel</span></b><span style='mso-spacerun:yes'>"
    "&nbsp; </span>und &bdquo;Altholz&ldquo;, 10&nbsp;kg<o:p></o:p></p>"
    f"{item('Sofas')}{item('mit Federn', 'o', 2)}{item('Betten')}"
    f"{item('Anmelden', '1.', 1, 1)}{item('Rausstellen', '2.', 1, 1)}"
    "<h2 style='mso-list:l2 level2 lfo3'><span style='mso-list:Ignore'>1.1<span>&nbsp; </span>"
    "</span>Preise</h2><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
    "<table class=MsoTableGrid border=1><tr><td width=208 style='background:#D9D9D9'>"
    "<p class=MsoNormal><b>Was</b></p></td><td><p class=MsoNormal><b>Preis</b></p></td></tr>"
    "<tr><td><p class=MsoNormal>klein</p></td><td><p class=MsoNormal>10 &euro;</p></td></tr>"
    "</table>"
    "<!--EndFragment--></body></html>"
)
MEANT = (
    "<h2>Sperrmüll anmelden</h2><p><strong>Möbel</strong> und „Altholz“, 10\xa0kg</p>"
    "<ul><li>Sofas<ul><li>mit Federn</li></ul></li><li>Betten</li></ul>"
    "<ol><li>Anmelden</li><li>Rausstellen</li></ol><h3>Preise</h3>"
    '<table class="listing"><thead><tr><th scope="col">Was</th><th scope="col">Preis</th></tr>'
    "</thead><tbody><tr><td>klein</td><td>10 €</td></tr></tbody></table>"
)
ONLINE = (
    '<div class="ListContainerWrapper SCXW1"><{0}><li data-aria-level="{1}"><p>{2}</p></li>'
    "</{0}></div>"
)


def test_a_text_of_word_is_what_it_means():
    assert is_office(WORD)
    assert cleaned(WORD).html == MEANT


@pytest.mark.parametrize(
    ("html", "meant"),
    [
        ("Wort", "Wort"),
        ("a<p>b</p>c<br>d", "<p>a</p><p>b</p><p>c<br>d</p>"),
        ("<pre>a\n  b</pre>", "<pre>a\n  b</pre>"),
        # Outlook in the browser
        (
            '<div class="x_MsoNormal" style="color:red">Guten Tag</div><br><div>Wir</div>',
            "<p>Guten Tag</p><p>Wir</p>",
        ),
        # LibreOffice
        (
            '<meta name="generator" content="LibreOffice 7.6"/><h1 class="western">Titel</h1>'
            '<p style="margin-bottom: 0cm"><font color="#ff0000"><font size="4"><b>Rot</b></font>'
            "</font></p><ul><li><p>eins</p></li><li><p>zwei</p><ul><li>x</li></ul></li></ul>",
            "<h2>Titel</h2><p><strong>Rot</strong></p>"
            "<ul><li>eins</li><li>zwei<ul><li>x</li></ul></li></ul>",
        ),
        # Google Docs
        (
            '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span '
            'style="font-weight:700;color:#000">Fett</span><span> nicht</span></p></b>',
            "<p><strong>Fett</strong> nicht</p>",
        ),
        # Word in the browser
        (
            ONLINE.format("ul", 1, "A") + ONLINE.format("ul", 2, "B") + ONLINE.format("ol", 1, "C"),
            "<ul><li>A<ul><li>B</li></ul></li></ul><ol><li>C</li></ol>",
        ),
        # who changed what, and what is hidden
        (
            '<p class=MsoNormal><ins cite="mailto:Erika">neu</ins><del>alt</del>'
            "<span style='display:none;mso-hide:all'>geheim</span></p>",
            "<p>neu</p>",
        ),
        # places on one's own disk, marks of a table of contents
        (
            '<p class=MsoNormal><a href="file:///C:/x.doc">Datei</a> <a name="_Toc1"></a>'
            '<a href="#_Toc1">Seite 3</a> <a style="x" href="https://example.org/">Link</a></p>',
            '<p>Datei Seite 3 <a href="https://example.org/">Link</a></p>',
        ),
        ("<p class=MsoTitle>Amt</p><h1>Wer</h1>", "<h2>Amt</h2><h2>Wer</h2>"),
        ("<h2>Wer</h2><h6>Was</h6>", "<h2>Wer</h2><h4>Was</h4>"),
        # another language is told only where it is no guess of a program
        ('<p>Das <span lang="en">desk</span></p>', '<p>Das <span lang="en">desk</span></p>'),
        ("<p class=MsoNormal><span lang=EN-US>Das Amt</span></p>", "<p>Das Amt</p>"),
        # of a page of ours
        ('<div class="callout"><p>Achtung</p></div>', '<div class="callout"><p>Achtung</p></div>'),
        # only where each column is named
        (
            "<table><tr><td>a</td><td></td></tr><tr><td>b</td><td>c</td></tr></table>",
            "<table><tr><td>a</td><td></td></tr><tr><td>b</td><td>c</td></tr></table>",
        ),
        ("", ""),
    ],
)
def test_what_others_write_is_what_it_means(html, meant):
    assert cleaned(html).html == meant


def test_pictures_that_nobody_else_could_see_are_counted():
    found = cleaned(
        '<p>Da: <img src="file:///C:/clip_image001.png" alt="Ein Bild"><img src="cid:x@y">'
        '<img src="https://other.example/x.png"><img alt="Ein Bild, das Text enthält. Automatisch '
        'generierte Beschreibung" src="data:image/png;base64,QUJD"><img alt="Rathaus" '
        'src="http://hub.example/r.png" width="60"></p>',
        "http://hub.example",
    )
    assert found.pictures == 3
    assert found.html == (
        '<p>Da: <img src="data:image/png;base64,QUJD">'
        '<img src="http://hub.example/r.png" alt="Rathaus"></p>'
    )


PIECES = st.sampled_from(
    (
        *("<p class=MsoNormal>", "</p>", "<div>", "</div>", "<b>", "</b>", "<ul>", "<li>"),
        *("</ul>", "<table>", "<tr>", "<td>", "</table>", "<h1>", "</h1>", "</span>", "a", " "),
        *("<span style='mso-list:Ignore'>", "<p style='mso-list:l0 level2 lfo1'>", "·"),
        *("<li data-aria-level=3>", "&nbsp;", "<br>", "<!--", "-->", "<![if x]>", "<o:p>"),
        *("<font color=red>", "<img src=x>", "<a href='https://example.org'>", "</a>", "<hr>"),
        *("<details>", "<summary>", "<pre>", "\n"),
    )
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_cleaned_once_is_clean(html):
    once = cleaned(html).html
    assert cleaned(once).html == once
    assert not any(mark in once.lower() for mark in ("mso", "style=", "<font", "<o:p", "<div>"))
