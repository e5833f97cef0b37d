"""Materials over the REST API."""

from base64 import b64encode

import pytest
import transaction


VIDEO = "https://video.example.org/w/1"
CUE = b"WEBVTT\n\n00:01:05.000 --> 00:01:08.000\nGuten Tag\n"


@pytest.fixture
def folder(web):
    return web["materialien"].absolute_url()


def upload(data, name="vergabe.pdf"):
    return {
        "data": b64encode(data).decode(),
        "encoding": "base64",
        "filename": name,
        "content-type": "application/octet-stream",
    }


def body(hub, **fields):
    return {
        "@type": "WorkshopMaterial",
        "title": "Vergabe",
        "file": upload(hub.PDF),
        "topics": ["vergabe"],
        "level": "beginner",
        **fields,
    }


def fields_of(answer):
    return {error.get("field") for error in errors_of(answer)}


def errors_of(answer):
    assert answer.status_code == 400, answer.text
    message = answer.json()["message"]
    return message if isinstance(message, list) else eval_list(message)


def eval_list(message):
    import ast

    return ast.literal_eval(message)


def test_an_editor_adds_a_material(hub, folder):
    answer = hub.rest("anna").post(folder, json=body(hub))
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert made["@id"].startswith(f"{folder}/m-")
    assert made["file"]["content-type"] == "application/pdf"
    assert made["partner"]["token"] == "malente"
    assert made["review_state"] == "draft"


@pytest.mark.parametrize(
    ("who", "status"), [(None, 401), ("gast", 401), ("mia", 401), ("rita", 401)]
)
def test_others_do_not(hub, folder, who, status):
    answer = hub.rest(who).post(folder, json=body(hub))
    assert answer.status_code in (status, 403, 404)


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"title": None}, "title", ""),
        ({"file": None}, "file", "Bitte fügen Sie eine Datei"),
        ({"file": upload(b"")}, "file", "Bitte fügen Sie eine Datei"),
        ({"file": upload(b"<html>")}, "file", "Der Inhalt der Datei passt nicht"),
        ({"file": upload(b"MZ", "x.exe")}, "file", "Dateien dieser Art"),
        ({"video_url": "http://video.example.org"}, "video_url", "beginnt mit https://"),
        ({"subtitles": upload(b"WEBVTT", "a.vtt")}, "subtitles", "keine Untertitel"),
        ({"subtitles": upload(CUE, "a.pdf"), "video_url": VIDEO}, "subtitles", ".vtt oder .srt"),
        ({"subtitles": upload(CUE, "a.vtt")}, "video_url", "gehören zu einem Video"),
        ({"topics": ["kochen"]}, "topics", ""),
        ({"level": "guru"}, "level", ""),
        ({"valid_until": "2027-01-01", "review_on": "2027-02-01"}, "review_on", "Gültigkeit"),
        ({"valid_until": "morgen"}, "valid_until", ""),
        ({"partner": "lensahn"}, "partner", ""),
    ],
)
def test_bad_input_names_its_field(hub, folder, web, change, field, sentence):
    answer = hub.rest("anna").post(folder, json=body(hub, **change))
    errors = {error.get("field"): error["message"] for error in errors_of(answer)}
    assert set(errors) == {field}
    assert sentence in errors[field]
    transaction.begin()
    assert web["materialien"].objectIds() == []


def test_a_patch_is_checked_against_what_is_stored(hub, web):
    material = hub.add_material(web)
    transaction.commit()
    session = hub.rest("anna")
    answer = session.patch(material.absolute_url(), json={"file": None})
    assert fields_of(answer) == {"file"}
    transaction.begin()
    assert material.file is not None
    answer = session.patch(material.absolute_url(), json={"title": "Neu"})
    assert answer.status_code == 204
    transaction.begin()
    assert material.title == "Neu"


def test_a_released_material_is_not_patched(hub, web):
    material = hub.bring_to(hub.add_material(web), "public")
    transaction.commit()
    for who in ("anna", "rita", "hilde"):
        answer = hub.rest(who).patch(material.absolute_url(), json={"title": "Neu"})
        assert answer.status_code in (401, 403, 404)


def test_the_workflow_over_rest(hub, web):
    material = hub.add_material(web)
    transaction.commit()
    address = f"{material.absolute_url()}/@workflow"
    assert hub.rest("anna").post(f"{address}/submit").status_code == 200
    assert hub.rest("lena").post(f"{address}/publish").status_code in (401, 403, 404)
    refused = hub.rest("anna").post(f"{address}/publish")
    assert refused.status_code == 403
    missing = hub.rest("rita").post(f"{address}/return")
    assert missing.status_code == 400
    assert "comment" in missing.text
    done = hub.rest("rita").post(f"{address}/publish")
    assert (done.status_code, done.json()["review_state"]) == (200, "public")


@pytest.mark.parametrize("state", ["draft", "pending", "internal"])
def test_what_is_not_public_stays_so(hub, web, state):
    material = hub.bring_to(hub.add_material(web), state)
    transaction.commit()
    for who in (None, "gast"):
        session = hub.rest(who)
        for way in ("", "/@@download/file", "/@workingcopy", "/@journal", "/@workflow"):
            assert session.get(f"{material.absolute_url()}{way}").status_code in (401, 403, 404)


def test_a_revision_over_rest(hub, web):
    material = hub.bring_to(hub.add_material(web), "public")
    transaction.commit()
    address = material.absolute_url()
    for who in (None, "gast", "mia", "lena", "rita"):
        assert hub.rest(who).post(f"{address}/@workingcopy").status_code in (401, 403, 404)
    editor = hub.rest("arne")
    made = editor.post(f"{address}/@workingcopy")
    assert made.status_code == 201
    copy = made.json()["@id"]
    assert copy == f"{address}-ueberarbeitung"
    assert editor.post(f"{address}/@workingcopy").status_code == 403
    assert editor.get(f"{address}/@workingcopy").json()["working_copy"]["@id"] == copy
    assert hub.rest().get(copy).status_code == 404
    assert editor.patch(copy, json={"title": "Vergabe, neu"}).status_code == 204
    # Nobody takes it over without a decision.
    for who in ("arne", "anna", "rita", "hilde"):
        assert hub.rest(who).patch(f"{copy}/@workingcopy").status_code in (401, 403, 404)
    assert editor.post(f"{copy}/@workflow/submit").status_code == 200
    assert editor.post(f"{copy}/@workflow/publish").status_code == 403
    done = hub.rest("rita").post(f"{copy}/@workflow/publish")
    assert (done.status_code, done.json()["review_state"]) == (200, "public")
    transaction.begin()
    assert web["materialien"].objectIds() == [material.getId()]
    assert hub.rest().get(address).json()["title"] == "Vergabe, neu"


def test_discarding_over_rest(hub, web):
    material = hub.bring_to(hub.add_material(web), "public")
    transaction.commit()
    editor = hub.rest("arne")
    copy = editor.post(f"{material.absolute_url()}/@workingcopy").json()["@id"]
    assert hub.rest("lena").delete(f"{copy}/@workingcopy").status_code in (401, 403, 404)
    assert editor.delete(f"{copy}/@workingcopy").status_code == 204
    transaction.begin()
    assert web["materialien"].objectIds() == [material.getId()]
