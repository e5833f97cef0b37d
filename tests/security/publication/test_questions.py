"""Nobody guesses by asking the catalog what it does not tell: an index is asked by or kept."""

from kommunalhub.security.publication.questions import INNER
from kommunalhub.security.publication.questions import PEOPLE
from kommunalhub.site.accounts import DEMO_PASSWORD

import json
import pytest
import requests


#: Stand on the page, in its address or in lists that show it. A new index goes here, or is kept.
ASKED = {
    *("Date", "Description", "SearchableText", "Subject", "Title", "Type", "UID", "created"),
    *("effective", "effectiveRange", "end", "exclude_from_nav", "expires", "fulltext", "getId"),
    *("getObjPositionInParent", "getRawRelatedItems", "id", "in_reply_to", "is_default_page"),
    *("is_folderish", "modified", "object_provides", "path", "portal_type", "review_state"),
    *("sortable_title", "start"),
    # ours
    *("case_number", "device_number", "due", "exhibit_kind", "experience_cost"),
    *("experience_fields", "experience_source", "experience_town", "file_kind", "funding_areas"),
    *("funding_checked", "funding_closings", "funding_deadline", "funding_deadline_kind"),
    *("funding_eligible", "funding_funder", "funding_key", "funding_kinds", "funding_topics"),
    *("lesson_outcome", "lesson_programme", "material_audience", "material_level"),
    *("material_topics", "origin_hub", "partner", "pinned_until", "section", "space_kind"),
    *("support_device", "variant_kind", "variant_of", "year_changed"),
}
IS = "plone.app.querystring.operation.selection.any"
STAFF = {"malente-mitarbeit", "lensahn-redaktion", "hubleitung"}
WHO = [None, "startup", *sorted(STAFF)]


def test_each_index_is_asked_by_or_kept(integration):
    indexes = set(integration["portal"].portal_catalog.indexes())
    assert indexes - ASKED - INNER - PEOPLE == set()
    assert not ASKED & (INNER | PEOPLE)


@pytest.fixture
def ask(demo):
    """Return a function that asks the demo as somebody, and what comes back: status and JSON."""
    base = f"http://localhost:{demo['port']}/{demo['portal'].getId()}"

    def ask(who, method, address, **more):
        auth = (who, DEMO_PASSWORD) if who else None
        headers = {"Accept": "application/json"}
        answer = requests.request(
            method, base + address, auth=auth, headers=headers, timeout=300, **more
        )
        return answer.status_code, answer.json()

    return ask


def ways(name):
    """Return the requests that ask by an index: to find, and to order by."""
    row = {"i": name, "o": IS, "v": ["lensahn-redaktion"]}
    other = {"i": "portal_type", "o": IS, "v": ["Document"]}
    words = {"name": "plone.app.vocabularies.Catalog", "attributes": "UID"}
    return {
        "found": ("GET", "/@search", {"params": {name: "lensahn-redaktion"}}),
        "found, with options": ("GET", "/@search", {"params": {f"{name}.query": "x"}}),
        "in an order": (
            "GET",
            "/@search",
            {"params": {"portal_type": "Document", "sort_on": name}},
        ),
        "rows": ("POST", "/@querystring-search", {"json": {"query": [row]}}),
        "rows in an address": (
            "GET",
            "/@querystring-search",
            {"params": {"query": json.dumps({"query": [other, row]})}},
        ),
        "rows in an order": (
            "POST",
            "/@querystring-search",
            {"json": {"query": [other], "sort_on": name}},
        ),
        "a list to choose from in an order": (
            "GET",
            "/@@getVocabulary",
            {"params": {**words, "query": json.dumps({"criteria": [other], "sort_on": name})}},
        ),
        "a list to choose from": (
            "GET",
            "/@@getVocabulary",
            {"params": {**words, "query": json.dumps({"criteria": [row]})}},
        ),
    }


@pytest.mark.parametrize("who", WHO)
def test_what_is_kept_is_asked_by_no_way(ask, who):
    for name in sorted(INNER | PEOPLE):
        kept = name in INNER or who not in STAFF
        for way, (method, address, more) in ways(name).items():
            status, answer = ask(who, method, address, **more)
            assert (status == 400) == kept, (name, way, status)
            if kept:
                assert "Danach lässt sich nicht suchen" in json.dumps(answer, ensure_ascii=False)


def test_what_stands_on_pages_is_asked_by(ask):
    status, answer = ask(None, "GET", "/@search", params={"partner": "malente", "sort_on": "due"})
    assert status == 200 and answer["items_total"]
