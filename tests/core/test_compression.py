"""Texts travel compressed, everything else as it is."""

from kommunalhub.core.compression import Compression

import gzip
import pytest


TEXT = "Fördermittel ".encode() * 100


def ask(body, headers, accept="gzip, br"):
    """Return (headers as dict, body) of an answer that passed the middleware."""
    sent = {}

    def application(environ, start_response):
        start_response("200 OK", list(headers.items()))
        return body

    def start_response(status, headers, exc_info=None):
        sent.update(headers)

    environ = {"HTTP_ACCEPT_ENCODING": accept} if accept else {}
    return sent, Compression(application)(environ, start_response)


def test_a_page_is_compressed():
    headers, body = ask([TEXT], {"Content-Type": "text/html; charset=utf-8", "ETag": '"a"'})
    assert gzip.decompress(b"".join(body)) == TEXT
    assert headers["Content-Length"] == str(len(body[0]))
    assert headers["Vary"] == "Accept-Encoding"
    assert headers["ETag"] == 'W/"a"'


def test_who_does_not_ask_gets_it_plain_but_caches_learn_of_the_difference():
    headers, body = ask([TEXT], {"Content-Type": "text/css", "Vary": "Cookie"}, accept="")
    assert body == [TEXT]
    assert headers["Vary"] == "Cookie, Accept-Encoding"
    assert "Content-Encoding" not in headers


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "application/pdf"},
        {"Content-Type": "image/png"},
        {"Content-Type": "text/html", "Content-Encoding": "br"},
        {"Content-Type": "text/plain", "Content-Range": "bytes 0-9/99"},
    ],
)
def test_left_alone(headers):
    assert ask([TEXT], headers) == (headers, [TEXT])


def test_streams_are_not_gathered():
    stream = iter([TEXT])
    assert ask(stream, {"Content-Type": "text/plain"})[1] is stream


def test_small_answers_stay_as_they_are():
    headers, body = ask([b"{}"], {"Content-Type": "application/json"})
    assert body == [b"{}"]
    assert "Content-Encoding" not in headers
