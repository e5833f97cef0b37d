"""E-mail addresses: what is one, and that none smuggles in a second."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.lib.addresses import is_account_email
from kommunalhub.lib.addresses import is_email
from kommunalhub.lib.addresses import is_phone
from Products.CMFPlone.RegistrationTool import checkEmailAddress

import pytest


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("kontakt@seeblick.example.org", True),
        ("vor.nach+hub@example.co.uk", True),
        ("büro@example.org", False),
        ("info@straße.example", True),
        ("a@b", False),
        ("a b@example.org", False),
        ("a@example.org\nBcc: x@example.org", False),
        ("a@example.org\n", False),
        ("a@example.org, b@example.org", False),
        (".a@example.org", False),
        ("a@-example.org", False),
        ("a" * 250 + "@example.org", False),
        ("", False),
    ],
)
def test_email_addresses(text, good):
    assert is_email(text) is good


@given(st.text(max_size=60))
def test_no_address_carries_a_line_break_or_a_second_address(text):
    if is_email(text):
        assert text.count("@") == 1
        assert not set(text) & set("\r\n ,;<>")


@given(st.from_regex(r"[a-z.+'!#-]{1,70}@[a-zß.-]{1,30}\.[a-z]{1,5}", fullmatch=True))
def test_plone_takes_every_address_that_we_take_for_an_account(text):
    if is_account_email(text):
        checkEmailAddress(text)  # raises for others


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("kontakt@seeblick.example.org", True),
        ("info@straße.example", False),
        ("a" * 64 + "@example.org", True),
        ("a" * 65 + "@example.org", False),
        ('"a b"@example.org', False),
    ],
)
def test_addresses_of_accounts(text, good):
    assert is_account_email(text) is good


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("04361 498-0", True),
        ("+49 4361 4980", True),
        ("(04361) 4980", True),
        ("+49 (4523) 12345", True),
        ("04523/12345", True),
        (" 1234 ", True),
        ("110", False),
        ("12", False),
        ("1(-)1", False),
        ("wie immer", False),
        ("04523 <b>", False),
        ("+" * 10, False),
    ],
)
def test_telephone_numbers(text, good):
    assert is_phone(text) is good
