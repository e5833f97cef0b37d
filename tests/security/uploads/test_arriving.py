"""How much a request may bring: told as a page or as JSON, and not read before that is known."""

from base64 import b64encode
from io import BytesIO
from kommunalhub.security.uploads import rules
from multipart import MultipartPart
from plone import api
from plone.restapi.services.content import tus
from security.conftest import PASSWORD
from ZPublisher.HTTPRequest import ValueAccessor

import os
import pytest
import transaction


MB = rules.MEGABYTE
JSON = {"Content-Type": "application/json"}
STRANGER = "Ohne Anmeldung sind bis zu 1 MB möglich."


@pytest.fixture
def small(monkeypatch):
    """Smaller limits, so that the tests need not send so much."""
    monkeypatch.setattr(rules, "DATA", 3)
    monkeypatch.setattr(rules, "FORM", 4)
    monkeypatch.setattr(rules, "FILE", 2)


@pytest.fixture
def read(monkeypatch):
    """The list of sizes of bodies that were read into memory."""
    seen = []
    value = vars(ValueAccessor)["value"]

    class Counting:
        def __get__(self, instance, owner):
            found = value.__get__(instance, owner)
            seen.append(len(found or b""))
            return found

    monkeypatch.setattr(ValueAccessor, "value", Counting())
    return seen


@pytest.fixture
def folder(site, manager):
    """A folder in which the manager adds what comes."""
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        api.content.create(site, "Folder", "ablage", title="Ablage")
    transaction.commit()
    return site.ablage


def data(size):
    """Return JSON of about so many bytes that is a log-in, too."""
    return b'{"login": "erika", "password": "x", "more": "' + b"x" * size + b'"}'


def form(size, filename="bild.pdf", name="file"):
    """Return the parts of a form with a file of so many bytes."""
    return {name: (filename, BytesIO(b"%PDF-1.7" + b"x" * (size - 8)), "application/pdf")}


def token_on(page):
    part = page.text.partition('name="_authenticator"')[2]
    return part.partition('value="')[2].partition('"')[0]


def contents(folder):
    transaction.begin()
    return folder.objectIds()


@pytest.mark.parametrize("path", ["/@login", "/@search", "", "/gibt-es-nicht"])
@pytest.mark.parametrize("headers", [{}, {"Cookie": "a=b"}, {"Authorization": "Bearer x"}])
def test_data_of_strangers_is_small_and_more_is_not_read(client, site, read, path, headers):
    answer = client.api("POST", path, data=data(MB), headers={**JSON, **headers})
    assert answer.status_code in (401, 404, 413)  # some are refused for another reason before
    assert answer.status_code != 413 or answer.json()["message"].startswith(STRANGER)
    assert answer.status_code == 413 or path != "/@login"
    assert [size for size in read if size > MB] == []


def test_a_form_of_strangers_is_small(client, site):
    answer = client.post("/login", files=form(MB))
    assert answer.status_code == 413
    assert STRANGER in answer.text
    assert 'lang="de"' in answer.text
    assert "Zur Startseite" in answer.text
    assert client.post("/login", files=form(MB // 2)).status_code == 200
    client.cookies.set("a", "b")  # might be somebody: it is read, but not taken
    assert client.post("/login", files=form(MB)).status_code == 413


@pytest.mark.parametrize("texts", [1, 50])
def test_texts_of_a_form_stay_out_of_memory(client, manager, folder, monkeypatch, texts):
    """However many there are, and however big one is; a file beside them makes it a form."""
    client.sign_in(manager)
    fields = {f"text{n}": "x" * (rules.TEXT * MB // texts + 1) for n in range(texts)}
    monkeypatch.setattr(MultipartPart, "raw", property(lambda part: pytest.fail("it was read")))
    answer = client.post("/ablage/++add++Document", data=fields, files=form(100))
    assert answer.status_code == 413
    assert "Die Texte eines Formulars" in answer.text


def test_who_is_signed_in_may_send_more_and_is_told_where_it_ends(
    client, manager, folder, small, read
):
    client.sign_in(manager)
    document = {"@type": "Document", "title": "Lang", "text": "x" * (2 * MB)}
    assert client.api("POST", "/ablage", json=document).status_code == 201
    del read[:]
    document["text"] *= 2
    answer = client.api("POST", "/ablage", json=document)
    assert answer.status_code == 413
    assert "Daten dürfen bis zu 3 MB groß sein" in answer.json()["message"]
    assert "@tus-upload" in answer.json()["message"]
    assert read == []
    answer = client.post("/ablage/@@fileUpload", files=form(5 * MB))
    assert answer.status_code == 413
    assert "zusammen bis zu 4 MB" in answer.text
    assert contents(folder) == ["lang"]


def test_the_token_of_a_person_counts_as_signed_in(client, manager, folder, read):
    login = {"login": manager, "password": PASSWORD}
    token = client.api("POST", "/@login", json=login).json()["token"]
    client.cookies.clear()
    document = {"@type": "Document", "title": "Lang", "text": "x" * (2 * MB)}
    headers = {"Authorization": f"Bearer {token}"}
    assert client.api("POST", "/ablage", json=document, headers=headers).status_code == 201


def test_a_file_that_is_too_big_is_told_at_its_field(client, manager, folder, small):
    client.sign_in(manager)
    token = token_on(client.get("/ablage/++add++File"))
    answer = client.post(
        "/ablage/++add++File",
        data={
            "form.widgets.title": "Plan",
            "form.widgets.file.action": "replace",
            "form.buttons.save": "1",
            "_authenticator": token,
        },
        files=form(3 * MB, name="form.widgets.file"),
    )
    field = answer.text.partition('id="formfield-form-widgets-file"')[2]
    assert "Die Datei ist zu groß: Möglich sind bis zu 2 MB." in field
    assert contents(folder) == []


@pytest.mark.parametrize("kind, field", [("File", "file"), ("Image", "image")])
def test_over_rest_it_is_told_with_the_name_of_the_field(
    client, manager, folder, small, monkeypatch, kind, field
):
    monkeypatch.setattr(rules, "DATA", 10)
    client.sign_in(manager)
    value = {
        "data": b64encode(b"x" * (3 * MB)).decode(),
        "encoding": "base64",
        "filename": "plan.png",
        "content-type": "image/png",
    }
    answer = client.api("POST", "/ablage", json={"@type": kind, "title": "Plan", field: value})
    assert answer.status_code == 400
    assert "zu groß: Möglich sind bis zu 2 MB" in answer.json()["message"]
    assert f"'field': '{field}'" in answer.json()["message"]
    assert contents(folder) == []


def test_dropped_into_a_folder_it_is_refused_too(client, manager, folder, small):
    client.sign_in(manager)
    answer = client.api("POST", "/ablage/@@fileUpload", files=form(3 * MB))
    assert answer.status_code == 413
    assert answer.json()["message"] == "Die Datei ist zu groß: Möglich sind bis zu 2 MB."
    assert contents(folder) == []
    proof = {"_authenticator": token_on(client.get("/ablage/++add++File"))}
    answer = client.api("POST", "/ablage/@@fileUpload", files=form(MB), data=proof)
    assert answer.status_code == 200
    assert contents(folder) == ["bild.pdf"]


def metadata(**values):
    pairs = {"filename": "plan.pdf", "content-type": "application/pdf", **values}
    return ",".join(f"{key} {b64encode(value.encode()).decode()}" for key, value in pairs.items())


@pytest.fixture
def parts(client, manager, folder, small, monkeypatch, tmp_path):
    """Return functions (begin, go_on) of an upload in parts by the manager."""
    monkeypatch.setenv("TUS_TMP_FILE_DIR", str(tmp_path))
    client.sign_in(manager)

    def begin(length, said=None):
        headers = {"Tus-Resumable": "1.0.0", "Upload-Length": str(length)}
        headers["Upload-Metadata"] = metadata() if said is None else said
        return client.api("POST", "/ablage/@tus-upload", headers=headers)

    def go_on(begun, offset, size):
        path = begun.headers["Location"].removeprefix(client.site_url)
        headers = {
            "Tus-Resumable": "1.0.0",
            "Upload-Offset": str(offset),
            "Content-Type": "application/offset+octet-stream",
        }
        return client.api("PATCH", path, data=b"%PDF-1.7" + b"x" * (size - 8), headers=headers)

    return begin, go_on


def test_in_parts(parts, folder):
    begin, go_on = parts
    begun = begin(2 * MB)
    assert go_on(begun, 0, MB).headers["Upload-Offset"] == str(MB)
    assert contents(folder) == []
    assert go_on(begun, MB, MB).status_code == 204
    [name] = contents(folder)
    assert folder[name].file.getSize() == 2 * MB


def test_in_parts_the_size_is_asked_before_anything_is_sent(parts, tmp_path):
    begin, _go_on = parts
    answer = begin(3 * MB)
    assert answer.status_code == 413
    assert "zu groß: Möglich sind bis zu 2 MB" in answer.json()["message"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("length", ["", "0", "-5", "x", "1e3", "²"])
def test_in_parts_the_size_must_be_a_number(parts, length):
    begin, _go_on = parts
    answer = begin(length.encode().decode("latin-1"))
    assert (answer.status_code, "Anzahl von Bytes" in answer.text) == (400, True)


@pytest.mark.parametrize("said", ["filename !!!", "filename w7Z", "filename /w=="])
def test_in_parts_what_is_said_must_be_readable(parts, said):
    begin, _go_on = parts
    answer = begin(MB, said)
    assert (answer.status_code, "Base64" in answer.text) == (400, True)


def test_no_part_goes_beyond_or_elsewhere(parts, folder, tmp_path):
    begin, go_on = parts
    begun = begin(MB)
    assert go_on(begun, 0, MB + 1).status_code == 413
    elsewhere = go_on(begun, 7, 100)
    assert elsewhere.status_code == 409
    assert "Bisher sind 0 Bytes angekommen" in elsewhere.json()["message"]
    assert go_on(begun, 0, MB // 2).status_code == 204
    assert go_on(begun, 0, MB // 2).status_code == 409  # sent twice
    assert go_on(begun, MB // 2, MB // 2).status_code == 204
    [name] = contents(folder)
    assert folder[name].file.getSize() == MB
    assert list(tmp_path.iterdir()) == []


def test_what_was_begun_and_left_is_swept_up(parts, tmp_path, monkeypatch):
    begin, go_on = parts
    begun = begin(MB)
    go_on(begun, 0, 100)
    left = list(tmp_path.iterdir())
    assert len(left) == 2
    for path in left:
        os.utime(path, (0, 0))  # files are dated by the machine's own clock
    monkeypatch.setattr(tus.TUSUpload, "expiration_period", 60)
    begin(MB)
    assert len(list(tmp_path.iterdir())) <= 2
