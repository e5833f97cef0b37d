"""Ids for headings are put in beside nothing else."""

from kommunalhub.lib import headings

import pytest


@pytest.mark.parametrize(
    ("html", "changed"),
    [
        ('<h2 title="a > b">Frist</h2>', '<h2 id="text-frist" title="a > b">Frist</h2>'),
        (
            "<h2>Frist</h2><h2>Frist</h2>",
            '<h2 id="text-frist">Frist</h2><h2 id="text-frist-2">Frist</h2>',
        ),
        ('<h3 id="own">Frist</h3>', None),
        ("<h1>Titel</h1><p>h2</p>", None),
        ("<h2> </h2>", None),
        ("<h2>offen", None),
        ('<h2>"><script>x</script>Ende</h2>', '<h2 id="text-ende">"><script>x</script>Ende</h2>'),
        (
            '<a id="text-frist"></a><h2>Frist</h2>',
            '<a id="text-frist"></a><h2 id="text-frist-2">Frist</h2>',
        ),
    ],
)
def test_with_ids(html, changed):
    assert headings.with_ids(html) == (changed or html)


def test_ids_hold_nothing_but_letters():
    [(_, _, id)] = headings.headings_of("<h2>Gebühren &quot; &gt; §§ 1</h2>")
    assert id == "text-gebuehren-1"
