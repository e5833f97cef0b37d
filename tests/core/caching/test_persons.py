"""What a browser has kept of one person is no answer for another, nor in another role."""

from approvals.conftest import client  # noqa: F401
from approvals.conftest import make
from approvals.conftest import populate
from approvals.conftest import process  # noqa: F401
from approvals.conftest import travel  # noqa: F401
from approvals.conftest import web  # noqa: F401
from kommunalhub.core.acting import as_builder
from kommunalhub.site import structure
from plone import api
from plone.namedfile.file import NamedBlobFile
from staging import staged

import pytest
import re
import transaction


PEOPLE = (None, "malente-redaktion", "malente-pruefung", "lensahn-pruefung", "hubleitung")
#: Later than anything was changed, whatever day it is.
FAR_OFF = "Thu, 31 Dec 2099 23:59:59 GMT"
#: What differs with every page although the same person asks twice.
TOKEN = re.compile(r'name="_authenticator"[^>]*>|data-[a-z-]*="[^"]*"|value="[0-9a-f]{40,}"')


def fill(portal):
    """A hub with its sections and pages, and people with travel requests."""
    with as_builder(portal):
        structure.build(portal)
    populate(portal)


populated = staged(fill)


@pytest.fixture
def case(web, travel):  # noqa: F811
    """A submitted case with a document, committed."""
    case = make(web, travel)
    with api.env.adopt_user(username="malente-redaktion"):
        blob = NamedBlobFile(b"%PDF-1.7 geheim", "application/pdf", "plan.pdf")
        api.content.create(case, "File", "plan.pdf", title="Plan", file=blob)
    transaction.commit()
    return case


def pages_of(portal):
    """Return the addresses of all there is to see in the site, below its own."""
    prefix = len("/".join(portal.getPhysicalPath())) + 1
    catalog = api.portal.get_tool("portal_catalog")
    return ["", *(brain.getPath()[prefix:] for brain in catalog.unrestrictedSearchResults())]


@pytest.fixture
def kept(client):  # noqa: F811
    """Return a function that asks for a page as a person, with what a browser has kept of it."""
    sessions = {name: client(name, accept="text/html") for name in PEOPLE}

    def kept(name, path, **headers):
        return sessions[name].get(path, headers=headers, allow_redirects=False)

    return kept


def test_no_validator_of_one_answers_another(web, case, kept):  # noqa: F811
    own, compared = 0, 0
    for path in pages_of(web):
        seen = {name: kept(name, path) for name in PEOPLE}
        tags = {name: answer.headers.get("ETag") for name, answer in seen.items()}
        for name in PEOPLE:
            others = ", ".join(
                tag for other, tag in tags.items() if other != name and tag and tag != tags[name]
            )
            assert None in (name, tags[name]) or others.count(tags[name]) == 0, path
            if others:
                answer = kept(name, path, **{"If-None-Match": others})
                assert answer.status_code == seen[name].status_code, (path, name)
            if tags[name]:
                again = kept(name, path, **{"If-None-Match": tags[name]})
                own += again.status_code == 304
            if name is not None and seen[name].status_code == 200:
                said = seen[name].headers.get("Cache-Control", "")
                assert not re.search(r"public|s-maxage", said), (path, name, said)
        named = [tag for name, tag in tags.items() if tag and name is not None]
        assert len(named) == len(set(named)), path
        compared += len(named)
    assert own > 0
    assert compared >= len(PEOPLE) - 1  # else there was nothing to mix up


def test_no_date_answers_who_may_not_see_it_or_sees_something_else(web, case, kept):  # noqa: F811
    for path in pages_of(web):
        for name in PEOPLE:
            answer = kept(name, path, **{"If-Modified-Since": FAR_OFF})
            has_validator = "ETag" in answer.headers or "ETag" in kept(name, path).headers
            assert answer.status_code != 304 or not has_validator, (path, name)


@pytest.mark.parametrize("end", ["", "/view", "/@@download/file", "/@@images/file"])
@pytest.mark.parametrize("name", [None, "lensahn-pruefung"])
def test_a_document_is_never_unchanged_for_who_may_not_read_it(case, kept, end, name):
    path = f"malente/{case.getId()}/plan.pdf{end}"
    tag = kept("malente-redaktion", path).headers.get("ETag", '"x"')
    for header, value in (
        ("If-None-Match", tag),
        ("If-None-Match", "*"),
        ("If-Modified-Since", FAR_OFF),
    ):
        answer = kept(name, path, **{header: value})
        assert answer.status_code in (302, 401, 403, 404)
        assert "geheim" not in answer.text


@pytest.mark.parametrize("path", ["", "malente/{case}"])
def test_another_role_is_another_page(web, case, kept, path):  # noqa: F811
    path = path.format(case=case.getId())
    name = "malente-pruefung"
    before = kept(name, path)
    assert before.status_code == 200
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        api.group.remove_user(groupname="malente-reviewers", username=name)
    transaction.commit()
    tag = before.headers.get("ETag", '"x"')
    after = kept(name, path, **{"If-None-Match": tag})
    assert after.status_code != 304
    assert "Freigeben" not in after.text


def test_what_was_kept_while_signed_in_is_nothing_after_signing_out(web, case, kept):  # noqa: F811
    tag = kept("malente-redaktion", "").headers["ETag"]
    assert kept("malente-redaktion", "", **{"If-None-Match": tag}).status_code in (200, 304)
    answer = kept(None, "", **{"If-None-Match": tag})
    assert answer.status_code == 200
    assert "Rolf Malente" not in answer.text
    assert TOKEN.sub("", answer.text) == TOKEN.sub("", kept(None, "").text)
