"""A draft is deleted by who made it, with all that is in it; what was handed in stays."""

from io import BytesIO
from kommunalhub.approvals.case import drafts
from kommunalhub.approvals.documents.files import add_files
from kommunalhub.approvals.interfaces import NotAllowed
from pages import parsed
from plone import api

import pytest
import transaction


APPLICANT, REVIEWER, STAFF = "malente-redaktion", "malente-pruefung", "malente-mitarbeit"


@pytest.fixture
def draft(web, travel):
    """A draft of somebody without any other right, with a document."""
    case = travel(web, by=STAFF)
    upload = BytesIO(b"%PDF-1.4\n%%EOF\n")
    upload.filename = "plan.pdf"
    with api.env.adopt_user(username=STAFF):
        add_files(case, [upload])
    transaction.commit()
    return case


def is_there(portal, name):
    transaction.begin()
    return name in portal.malente


def test_by_who_made_it_on_its_page(web, client, draft):
    name = draft.getId()
    session = client(STAFF, accept="text/html")
    tree = parsed(session.get(f"malente/{name}"))
    [form] = [form for form in tree.forms if (form.action or "").endswith("@@delete-draft")]
    assert form.getparent().get("open") is None  # asks before
    answer = session.post(form.action, data=dict(form.form_values()))
    assert answer.url.endswith("@@submitted")
    assert "Der Entwurf „Reise nach Kiel“ ist gelöscht." in parsed(answer).text_content()
    assert not is_there(web, name)
    assert len(api.portal.get_tool("portal_catalog")(path=f"/plone/malente/{name}")) == 0


def test_by_who_made_it_over_rest(web, client, draft):
    name = draft.getId()
    assert client(STAFF).delete(f"malente/{name}").status_code == 204
    assert not is_there(web, name)


@pytest.mark.parametrize("person", [REVIEWER, "lensahn-pruefung", None])
def test_by_nobody_else(web, client, draft, person):
    name = draft.getId()
    assert client(person).delete(f"malente/{name}").status_code in (401, 403, 404)
    session = client(person, accept="text/html")
    session.post(f"malente/{name}/@@delete-draft", data={})
    assert is_there(web, name)


def test_not_without_the_token(web, client, draft):
    name = draft.getId()
    answer = client(STAFF, accept="text/html").post(f"malente/{name}/@@delete-draft", data={})
    assert answer.status_code == 403
    assert (
        client(STAFF, accept="text/html").get(f"malente/{name}/@@delete-draft").status_code == 405
    )
    assert is_there(web, name)


def test_what_was_handed_in_stays(web, client, travel):
    case = travel(web, by=APPLICANT, state="submitted")
    transaction.commit()
    session = client(APPLICANT, accept="text/html")
    tree = parsed(session.get(f"malente/{case.getId()}"))
    assert not tree.xpath("//*[@id='entwurf-loeschen']")
    with api.env.adopt_user(username=APPLICANT), pytest.raises(NotAllowed, match="Nur Entwürfe"):
        drafts.delete(case)
    why = client(APPLICANT).get(f"malente/{case.getId()}/@why").json()["delete"]
    assert why["allowed"] is False
    assert why["reason"].startswith("Nur Entwürfe lassen sich löschen")


def test_why_tells_it(web, client, draft):
    page = client(STAFF, accept="text/html").get(f"malente/{draft.getId()}/@@warum")
    told = " ".join(parsed(page).get_element_by_id("loeschen").text_content().split())
    assert told.startswith("Lässt sich das löschen? Sie können diesen Vorgang löschen")
    assert client(STAFF).get(f"malente/{draft.getId()}/@why").json()["delete"]["allowed"] is True
