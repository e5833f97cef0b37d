"""The program `kommunalhub` before Zope is loaded, and what it is made of."""

from kommunalhub.site import commandline
from kommunalhub.site.server import configuration
from kommunalhub.site.server.passwords import password
from kommunalhub.site.server.passwords import path_of
from kommunalhub.site.server.port import claim_port
from kommunalhub.site.server.printedmail import as_read
from kommunalhub.site.server.printedmail import PrintingMailer

import configparser
import logging
import pytest
import socket
import stat


COMMANDS = [
    *([], ["serve"], ["create-site"], ["pack"], ["journal", "verify"], ["rights"]),
    *(["health"], ["upgrade"], ["tick"], ["search", "rebuild"], ["remove"]),
    *(["import"], ["export"]),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_everything_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as left:
        commandline.main([*command, "--help"])
    assert left.value.code == commandline.DONE
    assert "usage: kommunalhub" in capsys.readouterr().out


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["dance"],
        ["serve", "--port", "0"],
        ["serve", "--port", "eighty"],
        ["pack", "--days", "-1"],
    ],
)
def test_wrong_usage_is_told_apart(wrong, capsys):
    with pytest.raises(SystemExit) as left:
        commandline.main(wrong)
    assert left.value.code == commandline.USAGE
    assert "usage: kommunalhub" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["serve", "create-site"])
def test_demo_content_has_to_be_asked_for(command):
    parse = commandline.parser().parse_args
    assert parse([command]).demo is False
    assert parse([command, "--no-demo"]).demo is False
    assert parse([command, "--demo"]).demo is True


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--demo"], "leave --demo out"),
        ([], "line 2: host is no partner"),
    ],
)
@pytest.mark.parametrize("command", ["create-site", "serve"])
def test_wrong_answers_are_told_before_anything_is_made(command, more, said, tmp_path, capsys):
    answers, var = tmp_path / "hub.toml", tmp_path / "var"
    answers.write_text('name = "Hub"\nhost = "nobody"\n')
    args = [command, "--answers", str(answers), "--var", str(var), *more]
    assert commandline.main(args) == commandline.FAILED
    assert said in capsys.readouterr().err
    assert not list(var.rglob("Data.fs"))


def test_it_listens_on_loopback_unless_told_otherwise():
    assert commandline.parser().parse_args(["serve"]).host == "127.0.0.1"


def test_a_taken_port_is_told_with_a_way_out():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(configuration.InUse, match=f"(?s)Port {port} .*PORT={port + 1}"):
            claim_port("127.0.0.1", port)


def test_the_configuration_is_written_whole(tmp_path, monkeypatch):
    monkeypatch.setattr("os.environ", {})
    ini = configuration.prepare(tmp_path / "data")
    conf = (tmp_path / "data" / "zope.conf").read_text()
    assert f"%define VAR {tmp_path / 'data'}\n" in conf
    assert "@" not in conf
    parsed = configparser.RawConfigParser()
    parsed.read(ini)
    assert parsed["app:zope"]["zope_conf"] == "%(here)s/zope.conf"
    assert configuration.prepare(tmp_path / "data") == ini


def test_a_password_is_made_once_and_read_by_its_owner_alone(tmp_path):
    made = password("admin", tmp_path / "secrets")
    file = path_of("admin", tmp_path / "secrets")
    assert len(made) >= 24
    assert password("admin", tmp_path / "secrets") == made
    assert password("other", tmp_path / "secrets") != made
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert sorted(path.name for path in file.parent.iterdir()) == ["admin", "other"]


MAIL = b"""\
From: hub@example.org
To: jemand@example.org
Subject: =?utf-8?q?Best=C3=A4tigung?=
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

http://localhost/hub/confirm?token=3Dabc=
def
"""


def test_a_demo_mail_is_printed_as_it_reads_and_never_sent(caplog):
    assert "Subject: Bestätigung\n\nhttp://localhost/hub/confirm?token=abcdef\n" in as_read(MAIL)
    with caplog.at_level(logging.INFO, logger="kommunalhub.mail"):
        mailer = PrintingMailer()
        mailer.vote("a", ["b"], MAIL)
        mailer.send("a", ["b"], MAIL)
    assert [record.getMessage() for record in caplog.records] == [as_read(MAIL)]
