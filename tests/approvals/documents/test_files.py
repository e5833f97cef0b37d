"""Documents of a case: they count as changes of the case, and bad ones do not come in."""

from io import BytesIO
from kommunalhub.approvals import operations
from kommunalhub.approvals.documents import files
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import UploadRefused
from plone import api
from plone.namedfile.file import NamedBlobFile
from types import SimpleNamespace
from zExceptions import BadRequest
from zExceptions import Unauthorized
from ZPublisher.HTTPRequest import FileUpload

import pytest


def upload(filename="plan.pdf", content=b"%PDF-1.7 plan"):
    """Return what Zope makes of a file in a form."""
    sent = SimpleNamespace(
        file=BytesIO(content),
        headers={},
        filename=filename.encode().decode("latin-1"),
        name="files",
    )
    return FileUpload(sent)


@pytest.fixture
def case(portal, travel):
    return travel(portal, state="submitted")


def test_a_document_is_a_change_of_the_case(case, acting):
    with acting("malente-beides"):
        [plan] = files.add_files(case, [upload("Grundriss Übersicht.pdf")])
    assert plan.title == "Grundriss Übersicht"
    assert plan.file.contentType == "application/pdf"
    assert case.last_editor == "malente-beides"
    entry = list(IJournal(case))[-1]
    assert (entry["kind"], entry["action"], entry["fields"]) == (
        "file",
        "added",
        ["Grundriss Übersicht.pdf"],
    )
    with acting("malente-beides"), pytest.raises(NotAllowed, match="zuletzt geändert"):
        operations.decide(case, "approve")


def test_removing_and_replacing_count_too(portal, case, acting):
    with acting("malente-redaktion"):
        [plan] = files.add_files(case, [upload()])
    with acting("malente-beides"):
        api.content.delete(plan)
    assert case.last_editor == "malente-beides"
    assert [entry["action"] for entry in IJournal(case) if entry["kind"] == "file"] == [
        "added",
        "removed",
    ]


def test_all_or_none(case, acting):
    with acting("malente-redaktion"), pytest.raises(UploadRefused) as caught:
        files.add_files(case, [upload(), upload("leer.pdf", b""), upload("seite.html", b"<p>")])
    assert len(caught.value.problems) == 2
    assert "„leer.pdf“ ist leer" in str(caught.value)
    assert case.objectIds() == []


def test_choosing_no_file_is_told(case, acting):
    with acting("malente-redaktion"), pytest.raises(UploadRefused, match="zuerst eine Datei"):
        files.add_files(case, [upload("", b"")])


@pytest.mark.parametrize("name", ["malente-pruefung", "malente-mitarbeit", "lensahn-pruefung"])
def test_who_may_not_change_a_case_adds_no_documents(case, acting, name):
    with acting(name), pytest.raises(Unauthorized):
        files.add_files(case, [upload()])


def test_by_another_channel_bad_files_do_not_come_in_either(case, acting):
    with acting("malente-redaktion"):
        blob = NamedBlobFile(b"<script>", "text/html", "seite.html")
        with pytest.raises(BadRequest, match="Dateiart"):
            api.content.create(case, "File", "seite.html", title="Seite", file=blob)


def test_the_office_sets_the_limits(case, acting):
    api.portal.set_registry_record("kommunalhub.upload_kinds", ("png",))
    with acting("malente-redaktion"), pytest.raises(UploadRefused, match="Möglich sind: png"):
        files.add_files(case, [upload()])


def test_deleting_the_case_does_not_write_in_its_journal(portal, case, acting):
    with acting("malente-redaktion"):
        files.add_files(case, [upload()])
    notes, before = IJournal(case), len(IJournal(case))
    with api.env.adopt_roles(["Manager"]):
        portal.malente._delObject(case.getId())
    assert len(notes) == before
