"""No inner address is asked, by whatever name, and nobody is waited for without end."""

from contextlib import contextmanager
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from kommunalhub.lib import outgoing
from threading import Thread

import pytest
import socket
import ssl
import time


INNER = [
    *("127.0.0.1", "127.8.9.1", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255"),
    *("192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1"),
    *("198.51.100.7", "203.0.113.9", "224.0.0.1", "239.1.2.3", "240.0.0.1", "255.255.255.255"),
    *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "fec0::1", "ff02::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:9.9.9.9", "::127.0.0.1", "2001:db8::1"),
    *("64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::1", "2001::1"),
]


@pytest.mark.parametrize("address", INNER)
def test_no_inner_address_is_public(address):
    assert not outgoing.is_public(address)


@pytest.mark.parametrize("address", ["9.9.9.9", "193.99.144.80", "2620:fe::fe", "2a00:1450::1"])
def test_addresses_of_the_internet_are(address):
    assert outgoing.is_public(address)


@pytest.fixture
def unreached(monkeypatch):
    """Fail the test if any connection is made."""

    def connected(*args, **kw):
        raise AssertionError(args)

    monkeypatch.setattr("socket.create_connection", connected)


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", "2130706433", "0177.0.0.1", "0x7f.0.0.1", "0x7f000001"),
        *("127.1", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254", "10.0.0.8:443", "[fe80::1]"),
        *("①②⑦.⓪.⓪.①", "0", "localhost."),
    ],
)
def test_no_way_of_writing_an_inner_host_is_asked(host, unreached):
    with pytest.raises(outgoing.FAILURES):
        outgoing.fetch(f"https://{host}/netzwerk")


@pytest.mark.parametrize(
    "address",
    [
        *("http://example.org/", "ftp://example.org/", "file:///etc/passwd", "https://", "//a/b"),
        *("https://mia:pw@example.org/", "https://example.org:x/", "gopher://example.org", ""),
    ],
)
def test_other_addresses_are_not_asked_at_all(address, unreached):
    with pytest.raises(outgoing.NotAllowed):
        outgoing.fetch(address)


def test_one_inner_address_among_others_is_enough(monkeypatch, unreached):
    both = [(2, 1, 6, "", ("9.9.9.9", 443)), (2, 1, 6, "", ("10.0.0.1", 443))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *args, **kw: both)
    with pytest.raises(outgoing.NotPublic):
        outgoing.fetch("https://example.org/")


def test_a_name_is_looked_up_once_and_that_address_is_reached(monkeypatch):
    answers = iter(["9.9.9.9", "127.0.0.1"])
    reached = []
    monkeypatch.setattr(
        "socket.getaddrinfo", lambda *args, **kw: [(2, 1, 6, "", (next(answers), 443))]
    )

    def connected(address, *args, **kw):
        reached.append(address)
        raise TimeoutError(address)

    monkeypatch.setattr("socket.create_connection", connected)
    with pytest.raises(TimeoutError):
        outgoing.fetch("https://rebinding.example/")
    assert reached == [("9.9.9.9", 443)]


def test_a_far_end_that_is_another_is_told_nothing(monkeypatch):
    ours, theirs = socket.socketpair()

    class Turned:
        def __getattr__(self, name):
            return getattr(ours, name)

        def getpeername(self):
            return ("127.0.0.1", 443)

    found = [(2, 1, 6, "", ("9.9.9.9", 443))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *args, **kw: found)
    monkeypatch.setattr("socket.create_connection", lambda *args, **kw: Turned())
    with pytest.raises(outgoing.NotPublic):
        outgoing.fetch("https://example.org/")
    assert theirs.recv(10) == b""


@contextmanager
def served(answer, context=None):
    """Serve answers of a function(handler) on loopback; yield (address, limits that allow it).

    context: an ssl.SSLContext, for an answer that is encrypted.
    """

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            answer(self)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        host = f"127.0.0.1:{server.server_port}"
        yield (
            f"http://{host}",
            outgoing.Bounds(
                step=1, seconds=0.4, largest=1000, redirects=2, neighbours=frozenset({host})
            ),
        )
    finally:
        server.shutdown()
        server.server_close()


def say(handler, status, body=b"", **headers):
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def test_a_neighbour_that_an_operator_named_is_asked():
    with served(lambda handler: say(handler, 200, b"so", ETag='"1"')) as (address, limits):
        answer = outgoing.fetch(address + "/netzwerk", limits=limits)
        assert (answer.status, answer.body, answer.headers["etag"]) == (200, b"so", '"1"')
        with pytest.raises(outgoing.FAILURES):
            outgoing.fetch(address + "/netzwerk")


def drip(handler):
    handler.send_response(200)
    handler.end_headers()
    for _time in range(40):
        handler.wfile.write(b".")
        handler.wfile.flush()
        time.sleep(0.05)


def drip_headers(handler):
    handler.wfile.write(b"HTTP/1.0 200 OK\r\n")
    for number in range(40):
        handler.wfile.write(b"X-%d: a\r\n" % number)
        handler.wfile.flush()
        time.sleep(0.05)


@pytest.mark.parametrize(
    "answer",
    [
        lambda handler: say(handler, 200, b"a" * 1001),
        lambda handler: say(handler, 200, b"a" * 5, **{"Content-Encoding": "gzip"}),
        lambda handler: say(handler, 200, b"cut", **{"Content-Length": "9"}),
        lambda handler: say(handler, 302, Location="/again"),
        lambda handler: say(handler, 302, Location="http://10.0.0.1/"),
        lambda handler: say(handler, 302, Location="https://example.org/"),
        lambda handler: say(handler, 302, Location="file:///etc/passwd"),
        drip,
        drip_headers,
    ],
)
def test_too_much_too_long_or_elsewhere_is_given_up(answer):
    with served(answer) as (address, limits):
        began = time.monotonic()
        with pytest.raises(outgoing.FAILURES):
            outgoing.fetch(address, limits=limits)
        assert time.monotonic() - began < 1.5


@pytest.fixture
def vouched(tmp_path):
    """A certificate for `localhost`, and its key, in one file; it vouches for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2100, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    file = tmp_path / "localhost.pem"
    file.write_bytes(made.public_bytes(pem) + key.private_bytes(pem, *plain))
    return file


@pytest.mark.parametrize(
    ("is_known", "host", "is_answered"),
    [(True, "localhost", True), (False, "localhost", False), (True, "127.0.0.1", False)],
)
def test_a_certificate_has_to_be_known_and_for_the_name(
    vouched, monkeypatch, is_known, host, is_answered
):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(vouched)
    monkeypatch.setenv("SSL_CERT_FILE", str(vouched) if is_known else str(vouched.parent / "none"))
    with served(lambda handler: say(handler, 200, b"so"), context) as (address, limits):
        port = address.rpartition(":")[2]
        limits = replace(limits, neighbours=frozenset({f"{host}:{port}"}))
        if is_answered:
            assert outgoing.fetch(f"https://{host}:{port}/", limits=limits).body == b"so"
        else:
            with pytest.raises(ssl.SSLCertVerificationError):
                outgoing.fetch(f"https://{host}:{port}/", limits=limits)
