"""@search and @materials: the same hits in the same order as the search page, for everybody."""

from kommunalhub.site.accounts import DEMO_PASSWORD
from lxml import html

import pytest
import requests


class Client(requests.Session):
    """Somebody who asks the demo site, None for a visitor."""

    def __init__(self, layer, name=None):
        super().__init__()
        self.base = f"http://localhost:{layer['port']}/{layer['portal'].getId()}"
        self.headers.update({"Accept": "application/json", "Accept-Language": "de"})
        if name:
            self.auth = (name, DEMO_PASSWORD)

    def ask(self, path, **query):
        return self.get(f"{self.base}/{path}", params=query)

    def page(self, **query):
        """Return the addresses of the hits on the search page."""
        answer = self.get(f"{self.base}/@@search", params=query, headers={"Accept": "text/html"})
        links = html.fromstring(answer.text).cssselect(".hits b a")
        return [link.get("href").removesuffix("/view") for link in links]


def addresses(answer):
    assert answer.status_code == 200, answer.text
    return [item["@id"] for item in answer.json()["items"]]


def counts(answer):
    """Return {facet: {value: count}} of those with a value."""
    return {
        facet["name"]: {value["value"]: value["count"] for value in facet["values"]}
        for facet in answer.json()["facets"]
        if facet["values"]
    }


@pytest.mark.parametrize("name", [None, "malente-mitarbeit", "lensahn-pruefung", "hubleitung"])
@pytest.mark.parametrize(
    "words", ["Vergabe", "Wie schreibe ich eine Beschlussvorlage?", "Datenschuz"]
)
def test_page_and_services_find_the_same(demo, name, words):
    client = Client(demo, name)
    page = client.page(q=words)
    assert page
    assert addresses(client.ask("@search", SearchableText=words, b_size=20)) == page
    materials = addresses(client.ask("@materials", q=words, b_size=20))
    assert materials == client.page(q=words, art="WorkshopMaterial")
    assert materials == addresses(client.ask("materialien/@materials", q=words, b_size=20))


def test_an_item_says_where_and_what(demo):
    item = (
        Client(demo, "malente-mitarbeit").ask("@materials", q="Vergabevermerk").json()["items"][0]
    )
    assert "<mark>" in item["snippet"]
    assert (item["type_title"], item["@type"]) == ("Schulungsunterlage", "WorkshopMaterial")
    assert item["topics"]
    assert item["UID"]


def test_facets_count_what_they_find(demo):
    client = Client(demo, "malente-mitarbeit")
    whole = client.ask("@materials", q="Vergabe")
    for name, values in counts(whole).items():
        for value, count in values.items():
            narrowed = client.ask("@materials", q="Vergabe", **{name: value})
            assert narrowed.json()["items_total"] == count, (name, value)


def test_facets_narrow_the_search_of_plone_too(demo):
    client = Client(demo, "malente-mitarbeit")
    answer = client.ask("@search", SearchableText="Vergabe", art="WorkshopMaterial")
    assert {item["@type"] for item in answer.json()["items"]} == {"WorkshopMaterial"}
    below = client.ask("materialien/@search", SearchableText="Vergabe")
    assert set(addresses(below)) == set(addresses(answer))


def test_other_parameters_of_plone_still_hold(demo):
    client = Client(demo, "malente-mitarbeit")
    query = {"SearchableText": "Förderung", "sort_on": "sortable_title", "b_size": 50}
    answer = client.ask("@search", portal_type="FundingProgramme", **query).json()
    titles = [item["title"].lower() for item in answer["items"]]
    assert len(titles) > 2
    assert titles == sorted(titles)
    assert client.ask("@search", portal_type="FundingProgramme").json()["items_total"] > 10
    assert "facets" not in client.ask("@search", portal_type="FundingProgramme").json()
    whole = client.ask("@search", SearchableText="Vergabe", fullobjects="1", b_size=1).json()
    assert whole["items"][0]["@components"]


def test_batches(demo):
    client = Client(demo)
    first = client.ask("@materials", b_size=2).json()
    assert first["items_total"] > 2
    assert "b_start=2" in first["batching"]["next"]
    second = client.ask("@materials", b_size=2, b_start=2)
    assert not set(addresses(second)) & {item["@id"] for item in first["items"]}


def test_a_word_nobody_has_written(demo):
    answer = Client(demo).ask("@search", SearchableText="Datenschuz").json()
    assert answer["suggestions"] == {"Datenschuz": "Datenschutz"}
    nothing = Client(demo).ask("@search", SearchableText="qqxyzq").json()
    assert (nothing["items"], nothing["items_total"]) == ([], 0)
    assert Client(demo).ask("@search", SearchableText="((").json()["items"] == []


@pytest.mark.parametrize(
    ("path", "query", "field"),
    [
        ("@materials", {"sort": "bunt"}, "sort"),
        ("@materials", {"b_size": "viele"}, "b_size"),
        ("@materials", {"b_start": "-1"}, "b_start"),
        ("@materials", {"q": ["a", "b"]}, "q"),
        ("@materials", {"thema": [str(n) for n in range(60)]}, "thema"),
        ("@search", {"SearchableText": ["a", "b"]}, "SearchableText"),
        ("@search", {"SearchableText": "a", "b_size": "0"}, "b_size"),
    ],
)
def test_what_does_not_fit_is_told_with_its_name(demo, path, query, field):
    answer = Client(demo, "malente-mitarbeit").ask(path, **query)
    assert answer.status_code == 400
    assert f"'field': '{field}'" in answer.json()["message"]
