"""Who finds a thing is told what its page shows: a column of the catalog is told or kept."""

from kommunalhub.security.publication.columns import INNER
from kommunalhub.security.publication.columns import PEOPLE
from kommunalhub.site.accounts import DEMO_PASSWORD
from kommunalhub.site.browser.contents import names_in

import json
import pytest
import requests


#: Stand on the page, in its address or in lists that show it. A new column goes here, or is kept.
TOLD = {
    *("CreationDate", "Date", "Description", "EffectiveDate", "ExpirationDate", "ModificationDate"),
    *("Subject", "Title", "Type", "UID", "created", "effective", "end", "exclude_from_nav"),
    *("expires", "getIcon", "getId", "getObjSize", "getRemoteUrl", "id", "image_scales"),
    *(
        "in_response_to",
        "is_folderish",
        "is_working_copy",
        "last_comment_date",
        "location",
        "mime_type",
        "modified",
    ),
    *("portal_type", "review_state", "start", "total_comments"),
    # ours
    *("case_number", "due", "exhibit_kind", "experience_cost", "experience_town", "file_kind"),
    *("file_reading", "file_size", "funding_topics", "material_level", "material_topics"),
    *("origin_hub", "partner", "space_kind", "space_seats", "variant_kind"),
}
#: Accounts whose names stand in no address and no text of the demo.
ACCOUNTS = ("hubleitung", "berater", "-redaktion", "-pruefung", "-mitarbeit")
WHO = [None, "startup", "malente-mitarbeit", "lensahn-redaktion", "hubleitung"]
PICK_PEOPLE = {"malente-mitarbeit", "lensahn-redaktion", "hubleitung"}


def test_each_column_is_told_or_kept(integration):
    columns = set(integration["portal"].portal_catalog.schema())
    assert columns - TOLD - INNER - PEOPLE == set()
    assert not TOLD & (INNER | PEOPLE)


@pytest.fixture
def ask(demo):
    """Return a function that asks the demo for JSON as somebody."""
    base = f"http://localhost:{demo['port']}/{demo['portal'].getId()}"

    def ask(who, address):
        auth = (who, DEMO_PASSWORD) if who else None
        answer = requests.get(
            base + address, auth=auth, headers={"Accept": "application/json"}, timeout=300
        )
        assert answer.ok, (answer.status_code, address)
        return answer.json()

    return ask


ALL = ",".join(sorted(INNER | PEOPLE | {"UID"}))
FIELDS = "&".join(f"metadata_fields={name}" for name in sorted((INNER | PEOPLE) - {"getObject"}))
WAYS = {
    "all": "/@search?metadata_fields=_all&b_size=400",
    "by name": f"/@search?{FIELDS}&metadata_fields=UID&b_size=400",
    "a folder": "/partner/malente?metadata_fields=_all&b_size=100",
    "hits of words": "/@search?SearchableText=Malente&metadata_fields=_all",
    "parents": "/partner/malente/willkommen?metadata_fields=_all",
    "the table": f"/@@getVocabulary?name=plone.app.vocabularies.Catalog&attributes={ALL}",
    "the table, JSON": "/@@getVocabulary?name=plone.app.vocabularies.Catalog&attributes="
    + json.dumps(ALL.split(",") + ["x:decisions"]),
}


@pytest.mark.parametrize("who", WHO)
def test_what_is_kept_is_told_by_no_way(ask, who):
    for way, address in WAYS.items():
        answer = ask(who, address)
        hits = answer.get("items") or answer.get("results") or [answer["parent"]]
        assert hits, way
        names = {name for hit in hits for name in hit}
        assert names & (INNER | {"x"}) == set(), way
        if who not in PICK_PEOPLE:
            assert names & PEOPLE == set(), way
            said = json.dumps(hits)
            assert [name for name in ACCOUNTS if f'{name}"' in said] == [], way
    everything = ask(who, WAYS["all"])["items"]
    assert {"UID", "review_state", "partner"} <= set(everything[0])
    assert ("Creator" in everything[0]) == (who in PICK_PEOPLE)


@pytest.mark.parametrize(
    "asked, names",
    [
        ("UID,path", ["UID", "path"]),
        (' ["UID", "x:Title"] ', ["UID", "x:Title"]),
        ('{"UID": 1}', ["UID"]),
        (["UID", "Title"], ["UID", "Title"]),
        ("[", ["["]),
        ("[}]", []),
        ("UID", ["UID"]),
    ],
)
def test_names_are_read_as_plone_reads_them(asked, names):
    assert names_in(asked) == names
