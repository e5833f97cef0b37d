"""The walk by the Tab key says what it is for: what is not reached, and what is not seen."""

from browser.heard import unreached

import pytest


LINKS = "<a href='#a'>eins</a> <input type=date> <a href='#b'>zwei</a> <button>drei</button>"
BLIND = "<style>button:focus { outline: none }</style>"
FRAME = '<iframe{} sandbox="" srcdoc="<button>innen</button>"></iframe><button>nachher</button>'
UNRINGED = '<iframe sandbox="" srcdoc="&lt;button&gt;innen&lt;/button&gt;"></iframe>'
RINGED = "<style>iframe { outline: 1px solid }</style>"
LOSES = "<script>document.links[1].onfocus = ({ target }) => target.blur()</script>"


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", []),
        (BLIND, ["nobody sees that one is here: <button>drei</button>"]),
        (LOSES, ["2 of 4 are reached"]),
        ("<a href='#c' tabindex=1>vier</a>", []),
        (RINGED + FRAME.format(""), []),
        (FRAME.format(""), [f"nobody sees that one is here: {UNRINGED}"]),
        (RINGED + FRAME.format(" tabindex=-1"), ["5 of 7 are reached"]),
    ],
    ids=["all", "unseen", "lost", "first", "framed", "unringed", "past"],
)
def test_what_a_walk_tells(page, more, told):
    page.set_content(f"<title>Weg</title>{LINKS}{more}")
    assert unreached(page) == told
