"""Texts travel compressed, everything else as it is."""

from kommunalhub.core.compression import Compressed
from kommunalhub.core.compression import Compression

import brotli
import gzip
import pytest


TEXT = "Fördermittel ".encode() * 100


BUNDLE = "/hub/++webresource++1f/++plone++static/bundle.js"


def ask(body, headers, accept="gzip", path="/", filter_=None):
    """Return (headers as dict, body) of an answer that passed the middleware."""
    sent = {}

    def application(environ, start_response):
        start_response("200 OK", list(headers.items()))
        return body

    def start_response(status, headers, exc_info=None):
        sent.update(headers)

    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path}
    if accept:
        environ["HTTP_ACCEPT_ENCODING"] = accept
    passed = filter_ or Compression(None)
    passed.application = application
    return sent, passed(environ, start_response)


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


class Stream:
    """A file on its way, as the server sends it."""

    def __init__(self, data):
        self.parts = iter([data[:100], data[100:]])
        self.is_closed = False

    def __iter__(self):
        return self.parts

    def close(self):
        self.is_closed = True


def bundle_headers(data):
    return {
        "Content-Type": "text/javascript",
        "Content-Length": str(len(data)),
        "Last-Modified": "x",
    }


def test_a_file_with_a_hash_in_its_address_is_compressed_though_it_is_streamed():
    stream = Stream(TEXT)
    headers, body = ask(stream, bundle_headers(TEXT), path=BUNDLE)
    assert gzip.decompress(b"".join(body)) == TEXT
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Content-Length"] == str(len(body[0]))
    assert headers["Vary"] == "Accept-Encoding"
    assert stream.is_closed


@pytest.mark.parametrize(
    ("accept", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("BR;q=1.0, gzip", "br"),
        ("gzip;q=0.5, br;q=0", "gzip"),
        ("x-gzip, br;q=0.0", None),
    ],
)
def test_brotli_is_for_who_reads_it(accept, encoding):
    headers, body = ask(Stream(TEXT), bundle_headers(TEXT), accept=accept, path=BUNDLE)
    assert headers.get("Content-Encoding") == encoding
    if encoding:
        unpack = {"br": brotli.decompress, "gzip": gzip.decompress}[encoding]
        assert unpack(b"".join(body)) == TEXT


def test_what_reads_both_gets_each_as_it_asked():
    passed = Compression(None)
    for accept, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        stream = Stream(TEXT)
        body = ask(stream, bundle_headers(TEXT), accept, BUNDLE, passed)[1]
        assert unpack(body[0]) == TEXT and stream.is_closed


def test_it_is_compressed_once_and_closed_each_time():
    passed = Compression(None)
    first = ask(Stream(TEXT), bundle_headers(TEXT), path=BUNDLE, filter_=passed)[1]
    again = Stream(TEXT)
    other_hash = BUNDLE.replace("1f", "2f")
    second = ask(again, bundle_headers(TEXT), path=other_hash, filter_=passed)[1]
    assert second[0] is first[0]
    assert again.is_closed
    longer = ask(Stream(TEXT * 2), bundle_headers(TEXT * 2), path=BUNDLE, filter_=passed)[1]
    assert gzip.decompress(longer[0]) == TEXT * 2


def test_what_is_kept_has_a_limit():
    kept = Compressed(most=150)
    for number in range(20):
        data = TEXT + str(number).encode()
        kept.packed(f"{BUNDLE}{number}", bundle_headers(data), Stream(data))
    assert 0 < kept.size <= 150
    assert kept.size == sum(map(len, kept.known.values()))


@pytest.mark.parametrize(
    ("change", "accept", "path"),
    [
        ({"Content-Type": "image/png"}, "gzip", BUNDLE),
        ({"Content-Length": ""}, "gzip", BUNDLE),
        ({"Content-Length": str(10**8)}, "gzip", BUNDLE),
        ({}, "", BUNDLE),
        ({}, "gzip", "/hub/materialien/datei.txt"),
    ],
)
def test_other_streams_pass_as_they_are(change, accept, path):
    stream = Stream(TEXT)
    headers, body = ask(stream, bundle_headers(TEXT) | change, accept=accept, path=path)
    assert body is stream
    assert "Content-Encoding" not in headers
