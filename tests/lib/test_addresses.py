"""E-mail addresses: what is one, and that none smuggles in a second."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.lib.addresses import is_email

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
