"""A backup by the lines of the handbook is restored by them, with every journal and file."""

from kommunalhub.site.accounts import SITE_ADMIN
from kommunalhub.site.commandline import DONE
from pathlib import Path
from processes import free_port
from processes import PROGRAM
from processes import run
from processes import Server

import base64
import json
import pytest
import re


PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "operate" / "backup.md"
PASSWORD = "Kornblume, Leuchtturm, Watt 43"
CONTENT = b"%PDF-1.7\n" + bytes(range(256)) * 64
CASE = {
    "@type": "FundingConsultation",
    "title": "Dach der Feuerwache",
    "goal": "Das Dach wird gedämmt.",
    "topics": ["energie"],
    "total_cost": "1000.00",
    "own_funds": "250.00",
    "start_date": "2035-05-01",
    "contact_name": "Rita Beispiel",
    "contact_email": "rita@example.org",
}


def lines_of(title):
    """Return the shell blocks of a section of the page: the first sets names."""
    section = PAGE.read_text(encoding="utf-8").split(f"\n## {title}\n")[1].split("\n## ")[0]
    return re.findall(r"```sh\n(.*?)```", section, re.DOTALL)


class Handbook:
    """The lines of the page, with folders of this test for the names that it has set."""

    def __init__(self, **names):
        self.names = {name: str(value) for name, value in names.items()}

    def do(self, block):
        names = "".join(f"{name}='{value}'\n" for name, value in self.names.items())
        return run("sh", "-euc", names + block)

    def serve(self, block, port, log):
        names = "".join(f"{name}='{value}'\n" for name, value in self.names.items())
        assert "--port 8090" in block
        line = block.strip().replace("--port 8090", f"--port {port}")
        return Server(("sh", "-euc", f"{names}exec {line}"), port, log)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("restoring")


@pytest.fixture(scope="module")
def handbook(folder):
    return Handbook(
        PROGRAMS=PROGRAM.parent,
        VAR=folder / "var",
        BACKUPS=folder / "backups",
        RESTORED=folder / "restored",
    )


@pytest.fixture(scope="module")
def backup(folder, handbook):
    """A backup, made while the site runs; return (path of a case, path of its document)."""
    var, port = folder / "var", free_port()
    command = (PROGRAM, "serve", "--no-demo", "--var", var, "--port", port)
    with Server(command, port, folder / "serve.log") as server:
        manager = server.sign_in(SITE_ADMIN, (var / "secrets" / SITE_ADMIN).read_text().strip())[1]
        body = {"username": "rita", "email": "rita@example.org", "password": PASSWORD}
        assert server.request("POST", "/@users", body, manager)[0] == 201
        members = {"users": {"rita": True}}
        assert server.request("PATCH", "/@groups/malente-editors", members, manager)[0] == 204
        rita = server.sign_in("rita", PASSWORD)[1]
        case = added(server, "/foerderung/beratungen/malente", CASE, rita)
        data = {"data": base64.b64encode(CONTENT).decode(), "encoding": "base64"}
        file = data | {"filename": "plan.pdf", "content-type": "application/pdf"}
        document = added(server, case, {"@type": "File", "title": "Plan", "file": file}, rita)
        assert server.request("POST", f"{case}/@workflow/submit", {}, rita)[0] == 200
        _names, block = lines_of("Database in files: back up")
        code, output = handbook.do(block)
        assert code == DONE, output
    return case, document


def added(server, place, body, header):
    """Add something over REST and return its path below the site's."""
    status, text = server.request("POST", place, body, header)
    assert status == 201, text
    return json.loads(text)["@id"].partition("/hub")[2]


@pytest.fixture(scope="module")
def restored(folder, backup, handbook):
    """What the lines for restoring said; the site itself is gone by then."""
    (folder / "var").rename(folder / "lost")
    code, output = handbook.do(lines_of("Database in files: restore")[1])
    assert code == DONE, output
    return output


def test_the_page_sets_the_names_that_its_lines_use(handbook):
    said = "".join(lines_of(f"Database in files: {part}")[0] for part in ("back up", "restore"))
    assert set(re.findall(r"^(\w+)=", said, re.MULTILINE)) == set(handbook.names)


def test_every_journal_is_the_one_that_was_backed_up(folder, restored):
    kept = json.loads((folder / "backups" / "journals.json").read_text())
    assert kept["cases"] and len(kept["heads"]) == kept["cases"]
    counts = "{cases} cases, {entries} entries, {redacted} redacted: sound".format(**kept)
    assert counts in restored
    assert "gone" not in restored


def test_the_copy_serves_the_case_and_its_document_and_is_quiet(folder, backup, restored, handbook):
    case, document = backup
    port = free_port()
    block = lines_of("Database in files: restore")[2]
    with handbook.serve(block, port, folder / "copy.log") as server:
        assert server.get("")[0] == 200
        rita = server.sign_in("rita", PASSWORD)[1]
        status, text = server.request("GET", case, headers=rita | {"Accept": "application/json"})
        assert (status, json.loads(text)["review_state"]) == (200, "submitted")
        status, text = server.request("GET", f"{document}/@@download/file", headers=rita)
        assert (status, text) == (200, CONTENT.decode("utf-8", "replace"))
        secret = (folder / "restored" / "secrets" / SITE_ADMIN).read_text().strip()
        assert server.sign_in(SITE_ADMIN, secret)[0] == 200
    log = (folder / "copy.log").read_text()
    assert "A rehearsal: no mail goes out" in log
