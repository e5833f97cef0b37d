"""The library as a table: written, read again, and what is said of files that are none."""

from base64 import b64encode
from decimal import Decimal
from io import BytesIO
from kommunalhub.core.jobs import runner
from kommunalhub.core.workbook import workbook_of
from kommunalhub.lib.tables import reading
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile

import pytest
import transaction


FOLDER = "foerderung/programme"
IMPORT = f"{FOLDER}/@programmes-import"
PAGE = f"{FOLDER}/@@programme-einlesen"
HEAD = "Schlüssel;Name des Programms;Fördergeber;Quelle;Stand;Förderquote;Förderbereich"
LINE = "{key};Topf {n};Bund;https://www.example.org/{n};01.11.2026;75;Bauen und Sanieren"


def file_of(*lines, head=HEAD, encoding="utf-8"):
    return "\r\n".join([head, *lines]).encode(encoding)


def lines(count, start=1):
    return [LINE.format(key=f"topf-{n}", n=n) for n in range(start, start + count)]


@pytest.fixture
def send(client):
    """Return a function that sends a file as the consultant over REST."""

    def send(data, trial=False, person="berater"):
        body = {"file": {"data": b64encode(data).decode()}, "trial": trial}
        return client(person).post(IMPORT, json=body)

    return send


def programmes(web):
    transaction.begin()
    return web["foerderung"]["programme"].objectIds()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_files_in_several_encodings(web, send, encoding):
    answer = send(file_of(*lines(2), encoding=encoding))
    assert answer.status_code == 201, answer.text
    assert answer.json()["counts"] == {"new": 2, "changed": 0, "same": 0, "refused": 0}
    assert sorted(programmes(web)) == ["topf-1", "topf-2"]
    one = web["foerderung"]["programme"]["topf-1"]
    assert (one.rate, one.topics, one.funder) == (Decimal(75), {"bauen"}, "bund")
    assert one.Creator() == "berater"


def test_a_trial_writes_nothing_and_the_same_file_changes_nothing_twice(web, send):
    assert send(file_of(*lines(1)), trial=True).status_code == 200
    assert programmes(web) == []
    send(file_of(*lines(1)))
    again = send(file_of(*lines(1)))
    assert again.status_code == 201
    assert again.json()["counts"] == {"new": 0, "changed": 0, "same": 1, "refused": 0}


def test_a_change_tells_old_and_new(web, send):
    send(file_of(*lines(2)))
    changed = lines(2)
    changed[1] = changed[1].replace(";75;", ";80;")
    item = send(file_of(*changed), trial=True).json()["items"][0]
    assert item["kind"] == "changed" and item["line"] == 3
    assert item["changes"] == [{"field": "rate", "old": "75,00", "new": "80,00"}]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (LINE.format(key="", n=2), "Der Schlüssel fehlt."),
        (LINE.format(key="topf-1", n=2), "schon in Zeile 2"),
        (LINE.format(key="Groß", n=2), "Schlüssel: "),
        (LINE.format(key="topf-2", n=2).replace("Bund", "Mond"), "„Mond“ steht nicht"),
        (LINE.format(key="topf-2", n=2).replace("01.11.2026", "bald"), "Stand: "),
        (LINE.format(key="topf-2", n=2).replace("01.11.2026", "01.11.2999"), "Zukunft"),
        (LINE.format(key="topf-2", n=2).replace(";75;", ";=1+1;"), "Förderquote: "),
        (LINE.format(key="topf-2", n=2).replace(";75;", ";101;"), "Förderquote: "),
        (LINE.format(key="topf-2", n=2).replace("https://www", "javascript:"), "Quelle: "),
        (LINE.format(key="topf-2", n=2).replace("Topf 2", ""), "Name des Programms: "),
    ],
)
def test_one_refused_line_keeps_all_out(web, send, line, words):
    answer = send(file_of(*lines(1), line))
    assert answer.status_code == 409
    refused = [item for item in answer.json()["items"] if item["kind"] == "refused"]
    assert [item["line"] for item in refused] == [3]
    assert words in refused[0]["problem"]
    assert programmes(web) == []


def bomb():
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", b"<Types/>" + b" " * 10**8)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "nichts"),
        (b"\0\1\2", "Zeile"),
        (b"PK\x03\x04kaputt", "nicht öffnen"),
        (bomb(), "nicht öffnen"),
        (file_of(*lines(1), head="Name;Quelle"), "keine Spalte „Name“"),
        (file_of(*lines(1), head=HEAD.replace("Schlüssel", "Quelle")), "steht zweimal"),
        (file_of('topf-1;"offen;Bund;x;x;1;x'), "Zeile 2"),
        (file_of("topf-1;" + "x" * 6000), "Zeile 2"),
        (HEAD.encode() + b"\r\ntopf;\xff\xc3\xbc;Bund", "Zeile 2"),
        (file_of(*lines(5001)), "5000"),
        (b"x" * (reading.LARGE.bytes + 1), "16 MB"),
    ],
)
def test_files_that_are_no_table(web, send, data, words):
    answer = send(data)
    assert answer.status_code == 400, answer.text[:300]
    assert words in answer.json()["message"]
    assert programmes(web) == []


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"file": "x"},
        {"file": {"data": "kein base64!"}},
        {"rows": {}},
        {"rows": []},
        {"rows": [{"key": 7}]},
        {"rows": [{"farbe": "rot"}]},
        {"rows": [{"key": "a"}], "trial": "ja"},
    ],
)
def test_bodies_that_are_none(client, body):
    answer = client("berater").post(IMPORT, json=body)
    assert answer.status_code == 400, answer.text
    assert answer.json()["errors"]


@pytest.mark.parametrize("person", [None, "malente-redaktion", "malente-pruefung", "gruenderin"])
def test_who_may_not_import(web, send, client, person):
    assert send(file_of(*lines(1)), person=person).status_code in (401, 403)
    assert client(person).get(f"{IMPORT}/1").status_code in (401, 403, 404)
    assert programmes(web) == []


def test_an_export_is_an_import_that_changes_nothing(web, send, client, people):
    people.add_programme(
        web,
        title='=HYPERLINK("x")',
        key="alles",
        checklist=({"id": "plan", "title": "Lageplan", "required": False},),
        threshold=Decimal("1000"),
    )
    transaction.commit()
    exported = client("berater").get(f"{FOLDER}/@programmes-export").json()
    [row] = exported["rows"]
    assert row["checklist"] == "Lageplan (falls zutreffend) [plan]"
    again = client("berater").post(IMPORT, json={"rows": exported["rows"], "trial": True})
    assert again.json()["counts"]["same"] == 1, again.text
    files = {}
    for name in ("csv", "xlsx"):
        answer = client("berater").get(
            f"{FOLDER}/@@programme.{name}", headers={"Accept": "text/html"}
        )
        assert answer.status_code == 200
        files[name] = answer.content
        assert send(files[name], trial=True).json()["counts"]["same"] == 1
    assert b"'=HYPERLINK" in files["csv"]


def test_drafts_are_exported_to_who_sees_them(web, client, people):
    people.add_programme(web, state="draft", title="Geheim")
    transaction.commit()
    assert client(None).get(f"{FOLDER}/@programmes-export").json()["rows"] == []
    assert len(client("berater").get(f"{FOLDER}/@programmes-export").json()["rows"]) == 1


def test_by_form_a_file_is_looked_at_before_it_is_taken(web, visit):
    browser = visit("berater", PAGE)
    table = [("Förderprogramme", HEAD.split(";"), [lines(1)[0].split(";")])]
    browser.getControl(name="file").add_file(workbook_of(table), "text/plain", "liste.xlsx")
    browser.getControl("Ansehen").click()
    assert "topf-1" in browser.text and programmes(web) == []
    browser.getControl("Alles übernehmen").click()
    assert "Alles ist übernommen." in browser.text
    assert programmes(web) == ["topf-1"]
    browser.getControl("Ansehen").click()
    assert "Bitte wählen Sie eine Datei aus." in browser.text


def test_what_has_changed_since_the_look_is_looked_at_again(web, visit, send):
    browser = visit("berater", PAGE)
    browser.getControl(name="file").add_file(file_of(*lines(1)), "text/csv", "liste.csv")
    browser.getControl("Ansehen").click()
    send(file_of(*[line.replace(";75;", ";50;") for line in lines(1)]))
    browser.getControl("Alles übernehmen").click()
    assert "Seit Sie es angesehen haben, hat sich etwas geändert" in browser.text
    transaction.begin()
    assert web["foerderung"]["programme"]["topf-1"].rate == Decimal(50)


def test_a_large_file_is_done_by_the_job(web, send, client):
    answer = send(file_of(*lines(201)))
    assert answer.status_code == 202
    path = f"{IMPORT}/{answer.json()['@id'].rpartition('/')[2]}"
    assert client("berater").get(path).json()["state"] == "to_look"
    assert client("hubleitung").get(path).status_code == 404
    transaction.begin()
    runner.run(web)
    told = client("berater").get(path)
    assert told.status_code == 201
    assert (told.json()["state"], told.json()["done"]) == ("done", 201)
    assert len(programmes(web)) == 201
