from kommunalhub.core.caching.known import is_known

import pytest


@pytest.mark.parametrize(
    "sent, expected",
    [
        ('"a"', True),
        ('W/"a"', True),
        ('"b", W/"a"', True),
        ("*", True),
        ('"b"', False),
        ("", False),
        (None, False),
    ],
)
def test_what_is_there_already_is_known_packed_or_not(sent, expected):
    class Request:
        def getHeader(self, name):
            return sent if name == "If-None-Match" else None

    assert is_known(Request(), '"a"') is expected
