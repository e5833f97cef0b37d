"""Values of programmes as cells of a table and back, whatever they are."""

from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.core.validation import FieldError
from kommunalhub.funding.interfaces import IFundingProgramme
from kommunalhub.funding.programmes.exchange import cells

import pytest


TITLES = {"bildung": "Schule, Kita und Bildung", "sport": "Sport und Freizeit"}
TOKENS = {title.casefold(): token for token, title in TITLES.items()} | {t: t for t in TITLES}
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
WORDS = st.text(alphabet="abcäöüß ,.-()", max_size=30).map(lambda text: " ".join(text.split()))
AMOUNTS = st.decimals(0, 10**9, places=2)
CALLS = st.lists(
    st.fixed_dictionaries(
        {"opens": st.none() | DAYS, "closes": DAYS, "pot": st.none() | AMOUNTS, "remark": WORDS}
    ),
    max_size=5,
    unique_by=lambda row: row["closes"],
)
DOCUMENTS = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.from_regex(r"[a-z]{1,9}", fullmatch=True),
            "title": WORDS.filter(lambda text: text and not text.endswith(")")),
            "required": st.booleans(),
        }
    ),
    max_size=5,
    unique_by=lambda row: row["id"],
)


def back(name, value, titles=None, tokens=None):
    field = IFundingProgramme[name]
    return cells.value_of(field, cells.text_of(field, value, titles or {}), tokens or {})


@given(CALLS)
def test_calls_come_back(rows):
    rows = tuple(sorted(rows, key=lambda row: row["closes"]))
    assert back("calls", rows) == rows


@given(DOCUMENTS)
def test_documents_come_back(rows):
    assert back("checklist", tuple(rows)) == tuple(rows)


@given(AMOUNTS, DAYS, st.sets(st.sampled_from(sorted(TITLES))))
def test_amounts_days_and_choices_come_back(amount, day, tokens):
    assert back("max_amount", amount) == amount
    assert back("valid_until", day) == day
    assert back("topics", tokens, TITLES, TOKENS) == tokens


@pytest.mark.parametrize("text", ["2027-03-31", "31.03.2027", "31.3.2027", "31.03.2027 00:00"])
def test_days_as_people_and_workbooks_write_them(text):
    assert cells.read_day(text) == date(2027, 3, 31)


@pytest.mark.parametrize("text", ["bald", "31.02.2027", "2027-13-01", "45000", "=HEUTE()", ""])
def test_what_is_no_day(text):
    with pytest.raises(FieldError):
        cells.read_day(text)


def test_documents_without_an_id_keep_the_one_they_have():
    stored = ({"id": "plan-7", "title": "Lageplan", "required": True},)
    found = list(cells.read_documents("Lageplan | Fotos (falls zutreffend)", stored))
    assert [row["id"] for row in found] == ["plan-7", "fotos"]
    assert [row["required"] for row in found] == [True, False]


def test_amounts_in_several_notations():
    field = IFundingProgramme["max_amount"]
    for text in ("184.500,00", "184500", "184.500 €", "184500,0"):
        assert cells.value_of(field, text, {}) == Decimal("184500")
