"""Which pasted pictures become files: without a site."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.editorial.writing.pasted import rules

import pytest


@pytest.mark.parametrize(
    "address",
    [
        "data:image/svg+xml;base64,QUJD",
        "data:text/html;base64,QUJD",
        "data:image/png,ABC",
        "data:image/png;base64,",
        "data:image/png;base64,QUJ",
        "/hub/data:image/png;base64,QUJD",
    ],
)
def test_what_is_no_picture_of_a_known_kind_stays(address):
    assert rules.pasted(f'<img src="{address}">') == []


def test_of_many_the_first_become_files():
    html = "".join(f'<img src="data:image/png;base64,{n:04d}">' for n in range(rules.MOST + 5))
    assert len(rules.pasted(html)) == rules.MOST


@given(st.text(alphabet="<>/=\"' adtimg:;,base64/png", max_size=80))
def test_no_html_breaks_it(html):
    assert all(one.data for one in rules.pasted(f"<p>data:</p>{html}"))
