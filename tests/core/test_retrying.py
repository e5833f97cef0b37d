"""Who comes second in writing waits for a moment, not for minutes."""

from io import BytesIO
from kommunalhub.core import retrying
from ZPublisher.HTTPRequest import HTTPRequest
from ZPublisher.HTTPResponse import HTTPResponse

import pytest


@pytest.fixture
def waited(monkeypatch):
    """The seconds of all sleeping, at their longest."""
    seconds = []
    monkeypatch.setattr(retrying, "sleep", seconds.append)
    monkeypatch.setattr(retrying.random, "uniform", lambda shortest, longest: longest)
    return seconds


def test_waiting_has_an_end(integration, waited):
    environ = {"SERVER_NAME": "localhost", "SERVER_PORT": "80", "REQUEST_METHOD": "GET"}
    request = HTTPRequest(BytesIO(), environ, HTTPResponse())
    for count in range(10):
        request.retry_count = count
        request.delay_retry()
    assert waited[:2] == [0.05, 0.1]
    assert max(waited) == 1
    assert sum(waited) < 10
