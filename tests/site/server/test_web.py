"""The web server of `kommunalhub serve`, alone and behind the handbook's nginx.

Behind it stands a program that answers what Zope would make of the request.
"""

from contextlib import contextmanager
from http.client import HTTPConnection
from http.client import HTTPSConnection
from io import BytesIO
from kommunalhub.security import throttle
from kommunalhub.security.uploads.rules import MEGABYTE
from kommunalhub.security.uploads.rules import SERVER
from kommunalhub.site.server import web
from pathlib import Path
from threading import Thread
from ZPublisher import HTTPRequest as requests
from ZPublisher.HTTPResponse import HTTPResponse

import json
import os
import pytest
import shutil
import socket
import ssl
import subprocess
import time


ROOT = Path(__file__).parents[3]


def told(environ, start_response):
    """Answer what arrived as JSON."""
    size = len(environ["wsgi.input"].read())
    request = requests.HTTPRequest(BytesIO(), dict(environ), HTTPResponse(stdout=BytesIO()))
    body = json.dumps(
        {
            "place": throttle.client_place(request),
            "proto": environ.get("HTTP_X_FORWARDED_PROTO"),
            "path": environ["PATH_INFO"],
            "size": size,
        }
    ).encode()
    start_response("200 OK", [("Content-Type", "application/json")])
    return [body]


@pytest.fixture
def port(monkeypatch):
    """The port of a server at work, as zope.conf of both kinds of site configures Zope."""
    monkeypatch.setattr(requests, "trusted_proxies", ["127.0.0.1"])
    monkeypatch.setattr(web, "LOOK", 1)
    claimed = socket.socket()
    claimed.bind(("127.0.0.1", 0))
    claimed.listen()
    server = web.make_server(told, claimed, threads=2)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    yield claimed.getsockname()[1]
    server.asyncore.close_all(server._map)  # ends the loop, too
    thread.join(10)
    server.task_dispatcher.shutdown()


@contextmanager
def connected(port):
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        yield line


def ask(connection, path="/", **headers):
    """Return (status, JSON or text of the answer)."""
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, json.loads(text) if text.startswith("{") else text


def test_what_a_proxy_on_this_machine_says_arrives(port):
    headers = {"X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "https"}
    _status, seen = ask(HTTPConnection("127.0.0.1", port), **headers)
    assert (seen["place"], seen["proto"]) == ("192.0.2.7", "https")


def test_a_proxy_that_adds_to_what_it_got_is_believed_alone(port):
    headers = {"X-Forwarded-For": "6.6.6.6, 192.0.2.7"}
    assert ask(HTTPConnection("127.0.0.1", port), **headers)[1]["place"] == "192.0.2.7"


def test_who_comes_without_a_proxy_is_not_believed(port):
    elsewhere = HTTPConnection("127.0.0.1", port, source_address=("127.0.0.1", 0))
    assert ask(elsewhere)[1]["place"] == "127.0.0.1"
    assert throttle.rules.client("192.0.2.9", "6.6.6.6") == "192.0.2.9"


def test_too_much_is_refused_before_it_is_sent(port):
    with connected(port) as line:
        size = SERVER * MEGABYTE + 1
        line.sendall(f"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: {size}\r\n\r\n".encode())
        assert b" 413 " in line.recv(100)


SLOW = {
    "its head": b"GET / HTTP/1.1\r\nHost: x\r\n",
    "its body": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\nabc",
    "its body in pieces": b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    b"1388\r\nabc",
}


@pytest.mark.parametrize("begun", SLOW.values(), ids=SLOW)
def test_who_sends_too_slowly_is_closed_though_something_comes(port, monkeypatch, begun):
    monkeypatch.setattr(web, "PATIENCE", 1)
    with connected(port) as slow:
        slow.sendall(begun)
        slow.settimeout(0.2)
        end = time.monotonic() + 15
        while time.monotonic() < end:
            try:
                assert slow.recv(10) == b""
                break
            except TimeoutError:
                slow.sendall(b"a")
            except ConnectionError:
                break
        else:
            raise AssertionError("the connection is still open")
    assert ask(HTTPConnection("127.0.0.1", port))[0] == 200


def test_many_slow_ones_keep_nobody_out(port):
    """More than waitress takes by itself."""
    lines = [socket.create_connection(("127.0.0.1", port)) for _number in range(120)]
    try:
        for line in lines:
            line.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\nabc")
        assert ask(HTTPConnection("127.0.0.1", port, timeout=10))[0] == 200
    finally:
        for line in lines:
            line.close()


def test_who_sends_at_some_speed_is_waited_for(port, monkeypatch):
    monkeypatch.setattr(web, "PATIENCE", 0.5)
    monkeypatch.setattr(web, "SECONDS_A_BYTE", 1 / 10_000)
    with connected(port) as line:
        line.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n")
        for _part in range(6):
            line.sendall(b"x" * 10_000)
            time.sleep(0.3)
        assert b"200 OK" in line.recv(100)


# Behind nginx, configured as servers/templates/nginx.conf.in says.


@pytest.fixture
def nginx(port, tmp_path):
    """The port on which the handbook's nginx answers by https; the rest is its own."""
    program = os.environ.get("NGINX") or shutil.which("nginx", path="/usr/sbin:/usr/bin:/bin")
    if program is None:
        pytest.skip("no nginx here: scripts/nginx installs it")
    certificate = ("-subj", "/CN=hub.example.org", "-nodes", "-days", "2", "-newkey", "rsa:2048")
    files = ("-keyout", tmp_path / "privkey.pem", "-out", tmp_path / "fullchain.pem")
    command = ["openssl", "req", "-x509", *certificate, *files]
    subprocess.run(command, check=True, capture_output=True)
    plain, secure = free(), free()
    text = (ROOT / "servers/templates/nginx.conf.in").read_text(encoding="utf-8")
    for old, new in {
        "${server:host}": "hub.example.org",
        "${server:site}": "hub",
        "${server:upstream}": f"127.0.0.1:{port}",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ssl;": f"listen 127.0.0.1:{secure} ssl;",
        "listen [::]:80;": "",
        "listen [::]:443 ssl;": "",
        "/etc/ssl/hub": str(tmp_path),
    }.items():
        assert old in text, f"the template has no {old} any more"
        text = text.replace(old, new)
    assert "${" not in text
    (tmp_path / "hub.conf").write_text(text, encoding="utf-8")
    folders = "\n".join(
        f"{kind}_temp_path {tmp_path}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (tmp_path / "nginx.conf").write_text(
        f"{'user root;' if os.getuid() == 0 else ''}\n"
        f"daemon off; pid {tmp_path}/pid; error_log {tmp_path}/error.log;\n"
        f"events {{}}\nhttp {{ access_log off; {folders}\ninclude {tmp_path}/hub.conf; }}\n"
    )
    process = subprocess.Popen([program, "-p", tmp_path, "-c", tmp_path / "nginx.conf"])
    for _attempt in range(100):
        try:
            socket.create_connection(("127.0.0.1", secure), timeout=1).close()
            break
        except OSError:
            time.sleep(0.1)
    yield secure
    process.terminate()
    process.wait(20)


def free():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def through(nginx, place="127.0.0.1"):
    """Return a connection from somewhere on loopback, which has many addresses."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return HTTPSConnection(
        "127.0.0.1", nginx, timeout=20, context=context, source_address=(place, 0)
    )


FORGED = ["6.6.6.6", "127.0.0.9", "6.6.6.6, 127.0.0.9", "::1", "127.0.0.1", "x", ","]


def test_behind_nginx_places_are_told_apart_and_nobody_forges_one(nginx):
    for place in ("127.0.0.2", "127.0.0.3"):
        assert ask(through(nginx, place))[1]["place"] == place
        for forged in FORGED:
            seen = ask(through(nginx, place), **{"X-Forwarded-For": forged})[1]
            assert seen["place"] == place


def test_behind_nginx_the_way_is_known(nginx):
    seen = ask(through(nginx), "/materialien", **{"X-Forwarded-Proto": "http"})[1]
    assert seen["proto"] == "https"
    site = "/VirtualHostBase/https/hub.example.org:443/hub/VirtualHostRoot"
    assert seen["path"] == f"{site}/materialien"
    assert ask(through(nginx), "/manage_main")[0] == 404


def test_behind_nginx_too_much_is_told_in_german(nginx):
    connection = through(nginx)
    connection.putrequest("POST", "/")
    connection.putheader("Content-Length", str(SERVER * MEGABYTE + 1))
    connection.endheaders()
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    assert answer.status == 413
    assert "Das ist zu groß" in text
    assert f"höchstens {SERVER} MB" in text
    assert "charset=utf-8" in answer.headers["Content-Type"]


def test_all_servers_take_as_much():
    """The figure stands in three places, for three programs."""
    assert f"max-request-body-size = {SERVER * MEGABYTE}\n" in (ROOT / "buildout.cfg").read_text()
