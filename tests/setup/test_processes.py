"""A site for real work, made and served by processes of their own."""

from contextlib import suppress
from http.client import HTTPConnection
from kommunalhub.site.accounts import DEMO_PASSWORD
from kommunalhub.site.accounts import ROOT_ADMIN
from kommunalhub.site.accounts import SITE_ADMIN
from kommunalhub.site.commandline import DONE
from kommunalhub.site.commandline import FAILED
from kommunalhub.site.commandline import IN_USE
from pathlib import Path
from processes import free_port
from processes import PROGRAM
from processes import run
from processes import Server

import base64
import json
import os
import pytest
import re
import resource
import stat


@pytest.fixture(scope="module")
def var(tmp_path_factory):
    """Return the data of a site without demo content; it is another hub than that of the demo."""
    var = tmp_path_factory.mktemp("real") / "var"
    answers = Path(__file__).parents[1] / "site" / "identity" / "wilster.toml"
    code, output = run(PROGRAM, "create-site", "--answers", answers, "--var", var)
    assert code == DONE, output
    return var


@pytest.fixture(scope="module")
def start(var):
    """Return a function that serves the site on a new port."""

    def start():
        port = free_port()
        command = (PROGRAM, "serve", "--var", var, "--port", port)
        return Server(command, port, var.parent / f"{port}.log")

    return start


@pytest.fixture(scope="module")
def server(start):
    with start() as server:
        yield server


def secret(var, name):
    return (var / "secrets" / name).read_text().strip()


def test_the_home_page_is_german(server):
    status, text = server.get("")
    assert status == 200
    assert '<html lang="de"' in text or 'lang="de"' in text.split(">")[1]


def test_a_hub_of_its_own_knows_nothing_of_the_one_in_the_demo(server):
    for path in ("", "/angebote/ueberblick", "/angebote/vor-ort"):
        status, text = server.get(path)
        assert status == 200
        assert "Dorfwerk" in text
        assert "Oldenburg" not in text


def test_the_managers_password_is_in_a_file_of_its_owner(server, var):
    for account in (ROOT_ADMIN, SITE_ADMIN):
        assert stat.S_IMODE((var / "secrets" / account).stat().st_mode) == 0o600
    assert server.sign_in(SITE_ADMIN, secret(var, SITE_ADMIN))[0] == 200


@pytest.mark.parametrize("login", [ROOT_ADMIN, SITE_ADMIN, "hubleitung", "malente-redaktion"])
@pytest.mark.parametrize("known", [DEMO_PASSWORD, "admin", "secret"])
def test_no_password_is_known(server, login, known):
    assert server.sign_in(login, known)[0] in (401, 429)


def test_zopes_own_account_does_not_work_on_the_site(server, var):
    name_and_password = f"{ROOT_ADMIN}:{secret(var, ROOT_ADMIN)}".encode()
    basic = {"Authorization": "Basic " + base64.b64encode(name_and_password).decode()}
    assert server.get("/@@overview-controlpanel", **basic)[0] in (401, 403, 404)
    root = server.url.rpartition("/")[0]
    assert Server.request(_at(server, root), "GET", "/manage_main", headers=basic)[0] == 200


def _at(server, url):
    other = object.__new__(Server)
    other.url = url
    return other


def test_data_in_use_is_told_with_a_way_out(server, var):
    code, output = run(PROGRAM, "create-site", "--var", var)
    assert code == IN_USE
    assert f"Another process uses the data of {var}" in output
    assert "Traceback" not in output


def test_journals_are_verified_while_the_site_runs(server, var):
    code, output = run(PROGRAM, "journal", "verify", "--var", var)
    assert code == DONE, output
    assert " redacted: sound" in output
    code, output = run(PROGRAM, "journal", "verify", "--var", var, "--site-id", "elsewhere")
    assert (code, "There is no site elsewhere." in output) == (FAILED, True)


def test_health_is_told_by_address_and_command(server, var):
    code, output = run(PROGRAM, "tick", "--var", var)
    assert code == DONE, output
    code, output = run(PROGRAM, "health", "--json", "--var", var)
    assert code == DONE, output
    told = json.loads(output)  # the serving process answers: nothing else is printed
    assert (told["ok"], told["ills"], told["mail"]["waiting"]) == (True, [], 0)
    status, text = server.get("/@@health")
    assert (status, json.loads(text)) == (200, told)
    status, text = server.get("/@@health", **{"X-Forwarded-For": "192.0.2.7"})
    assert status == 400  # localhost is the name of the machine for itself alone
    assert server.request("HEAD", "/@@health")[0] == 200
    code, output = run(PROGRAM, "health", "--var", var, "--site-id", "elsewhere")
    assert (code, "There is no site elsewhere." in output) == (FAILED, True)


def test_a_port_in_use_is_told_before_anything_is_loaded(server, tmp_path):
    port = server.url.split(":")[2].split("/")[0]
    code, output = run(PROGRAM, "serve", "--var", tmp_path, "--port", port)
    assert code == IN_USE
    assert f"Port {port} " in output
    assert "Starting Plone" not in output


MEGABYTE = 1024 * 1024


@pytest.fixture
def room(server):
    """Return a function that lets the server's files grow to so many bytes, None for any number.

    The error is another than that of a full disk, and comes from the same places.
    """
    pid = server.process.pid
    _soft, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)

    def room(size):
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (hard if size is None else size, hard))

    yield room
    room(None)


def test_without_room_nothing_is_half_written_and_it_goes_on_when_there_is(server, var, room):
    _, token = server.sign_in(SITE_ADMIN, secret(var, SITE_ADMIN))
    data = var / "filestorage" / "Data.fs"
    page = {"@type": "Document", "id": "voll", "title": "Voll"}
    room(data.stat().st_size)
    before = data.read_bytes()
    status, text = server.request("POST", "/", page, token)
    assert status == 507
    assert "kein Speicherplatz" in json.loads(text)["message"]
    assert data.read_bytes() == before
    assert server.request("GET", "/voll", headers=token)[0] == 404
    assert server.get("")[0] == 200
    room(None)
    assert server.request("POST", "/", page, token)[0] == 201
    assert server.request("GET", "/voll", headers=token)[0] == 200


def test_without_room_for_a_file_there_is_none_and_no_rest_of_it(server, var, room):
    """In the folder of blobs there is room for less than the file, in the database for all."""
    _, token = server.sign_in(SITE_ADMIN, secret(var, SITE_ADMIN))
    blobs = var / "blobstorage"
    size = (var / "filestorage" / "Data.fs").stat().st_size + MEGABYTE
    content = base64.b64encode(b"%PDF-1.7" + os.urandom(size)).decode()
    file = {"data": content, "encoding": "base64", "filename": "plan.pdf"}
    body = {"@type": "File", "id": "plan.pdf", "title": "Plan", "file": file}
    before = files_in(blobs)
    room(size)
    with suppress(ConnectionError):  # the web server itself may find no room to receive it
        assert server.request("POST", "/", body, token)[0] == 507
    assert files_in(blobs) == before
    room(None)
    assert server.request("POST", "/", body, token)[0] == 201
    assert len(files_in(blobs)) > len(before)


def files_in(folder):
    return {path for path in folder.rglob("*") if path.is_file() and path.name != ".lock"}


def test_big_requests_take_no_memory(server, var):
    """200 MB as JSON and as a form, from somebody who might be signed in but is not."""
    status = Path(f"/proc/{server.process.pid}/status")

    def memory():
        return int(re.search(r"VmHWM:\s+(\d+)", status.read_text())[1]) // 1024

    before = memory()
    for kind in ("application/json", "multipart/form-data; boundary=b"):
        connection = HTTPConnection(*server.url.split("/")[2].split(":"), timeout=120)
        connection.putrequest("POST", "/hub/@login")
        for name, value in {"Content-Type": kind, "Content-Length": 200 * MEGABYTE}.items():
            connection.putheader(name, str(value))
        connection.putheader("Cookie", "a=b")
        connection.putheader("Accept", "application/json")
        connection.endheaders()
        for _megabyte in range(200):
            connection.send(b"x" * MEGABYTE)
        answer = connection.getresponse()
        assert answer.status in (400, 413), answer.read()
        connection.close()
    assert memory() - before < 60


def test_a_killed_process_loses_no_acknowledged_write(server, start, var):
    """Last: it needs the data for itself."""
    server.stop()
    with start() as server:
        _, token = server.sign_in(SITE_ADMIN, secret(var, SITE_ADMIN))
        for number in range(5):
            page = {"@type": "Document", "id": f"page-{number}", "title": f"Page {number}"}
            status, text = server.request("POST", "/", page, token)
            assert status == 201, text
        server.kill()
    code, output = run(PROGRAM, "create-site", "--demo", "--var", var)
    assert code == DONE
    assert "The site hub exists: its data stays as it is." in output
    code, output = run(PROGRAM, "upgrade", "--var", var)
    assert (code, "Nothing to do: the site is at " in output) == (DONE, True), output
    code, output = run(PROGRAM, "pack", "--days", 0, "--var", var)
    assert code == DONE, output
    code, output = run(PROGRAM, "health", "--var", var)
    assert (code, "All is well." in output) == (DONE, True), output
    with start() as server:
        _, token = server.sign_in(SITE_ADMIN, secret(var, SITE_ADMIN))
        kept = [server.request("GET", f"/page-{n}", headers=token) for n in range(5)]
        assert [status for status, _ in kept] == [200] * 5
        assert server.sign_in("hubleitung", DEMO_PASSWORD)[0] == 401
