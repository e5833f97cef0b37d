"""Programmes that fit, on the pages and over REST, as the people who read them."""

from bs4 import BeautifulSoup
from datetime import date
from decimal import Decimal
from kommunalhub.funding.matching import operations
from people import As
from plone import api
from Products.CMFCore.indexing import processQueue

import pytest
import transaction


PROGRAMMES = {
    "passt": {"topics": {"feuerwehr", "energie"}, "rate": Decimal(75), "own_share": Decimal(25)},
    "knapp": {"topics": {"energie"}, "rate": Decimal(60), "own_share": Decimal(40)},
    "vorbei": {"deadline_kind": "fixed", "deadline": date(2020, 10, 31)},
    "vereine": {"eligible": {"vereine"}},
    "anderswo": {"areas": {"wagrien_fehmarn"}},
}


@pytest.fixture
def case(web, people):
    """A draft of Malente and one programme of each kind, committed."""
    with api.env.adopt_roles(["Manager"]):
        for name, fields in PROGRAMMES.items():
            people.add_programme(web, id=name, title=f"Programm {name}", **fields)
        people.add_programme(web, state="draft", id="geheim", title="Programm geheim")
    case = people.add_consultation(web)
    transaction.commit()
    return case


def path_of(case):
    return "/".join(case.getPhysicalPath()[2:])


def judged(text):
    """Return {title: (fit, [reasons])} of a page or a part of one."""
    soup = BeautifulSoup(text, "lxml")
    return {
        heading.a.get_text(): (
            heading.select_one(".tag").get_text(),
            [" ".join(li.get_text().split()) for li in heading.find_next("ul").select("li")],
        )
        for heading in soup.select(":is(h2, h3):has(.tag)")
    }


def test_all_programmes_with_their_reasons(visit, case):
    page = visit("malente-redaktion", f"{path_of(case)}/@@matches")
    found = judged(page.text)
    assert {title.split()[-1]: fit for title, (fit, _) in found.items()} == {
        "passt": "passt",
        "knapp": "mit Bedingung",
        "vorbei": "abgelaufen",
        "vereine": "passt nicht",
        "anderswo": "passt nicht",
    }
    assert list(found)[:2] == ["Programm passt", "Programm knapp"]
    assert "2 Programme passen." in page.text
    page.getLink("Als Förderradar speichern").click()
    assert page.getControl(name="form.widgets.title").value == case.Title()
    assert "Dafür: Bis zu 138.375,00 € sind möglich (75 %)." in found["Programm passt"][1]
    short = (
        "Dagegen: Der Eigenanteil von 25 % reicht nicht: verlangt sind 40 %, es fehlen 27.675,00 €."
    )
    assert short in found["Programm knapp"][1]
    assert "Dagegen: Die Frist endete am 31. Oktober 2020." in found["Programm vorbei"][1]
    only = "Dagegen: Bewerben dürfen sich nur: Vereine und Verbände."
    assert only in found["Programm vereine"][1]
    where = "Dagegen: Gilt nur für AktivRegion Wagrien-Fehmarn."
    assert where in found["Programm anderswo"][1]


def test_the_page_of_the_case_shows_what_fits(visit, case):
    page = visit("malente-redaktion", path_of(case))
    assert list(judged(page.text)) == ["Programm passt", "Programm knapp"]
    assert page.getLink("Alle Programme").url.endswith("@@matches")


def test_nothing_fits(visit, case):
    transaction.begin()
    case.topics = {"kultur"}
    transaction.commit()
    page = visit("malente-redaktion", path_of(case))
    assert "passt kein Programm aus dem Katalog" in page.text
    assert not judged(page.text)


@pytest.mark.parametrize("view", ["@@matches", "@@first-matches", "@@matches-while-typing"])
@pytest.mark.parametrize("name", [None, "lensahn-redaktion", "berater", "gruenderin"])
def test_of_a_draft_others_learn_nothing(client, case, view, name):
    answer = client(name).get(f"{path_of(case)}/{view}", headers={"Accept": "text/html"})
    assert "Programm passt" not in answer.text
    assert answer.status_code in (401, 403, 404) or "login" in answer.url


def test_over_rest(client, case):
    answer = client("malente-redaktion").get(f"{path_of(case)}/@matches")
    assert answer.status_code == 200
    found = answer.json()
    assert found["items_total"] == 5
    first = found["items"][0]
    assert first["@type"] == "FundingProgramme"
    assert (first["title"], first["fit"], first["fit_title"]) == ("Programm passt", "fits", "passt")
    assert first["UID"] == case.aq_parent.aq_parent.aq_parent["programme"]["passt"].UID()
    assert 0 < first["score"] <= 100
    assert {"sign": "for", "code": "rolling", "text": "Der Antrag ist jederzeit möglich."} in (
        first["reasons"]
    )
    assert [item["fit"] for item in found["items"]][-3:] == ["expired", "no", "no"]


def test_over_rest_in_batches(client, case):
    path = f"{path_of(case)}/@matches?b_size=2"
    answer = client("malente-redaktion").get(path).json()
    assert len(answer["items"]) == 2
    assert answer["items_total"] == 5
    assert "b_start=2" in answer["batching"]["next"]


@pytest.mark.parametrize("wrong", ["b_size=0", "b_size=x", "b_start=-1"])
def test_wrong_batches_are_refused(client, case, wrong):
    answer = client("malente-redaktion").get(f"{path_of(case)}/@matches?{wrong}")
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "name, status",
    [(None, 404), ("lensahn-redaktion", 404), ("gruenderin", 404), ("malente-redaktion", 200)],
)
def test_who_asks_over_rest(client, case, name, status):
    assert client(name).get(f"{path_of(case)}/@matches").status_code == status


def typed(client, case, name="malente-redaktion", **fields):
    folder = path_of(case.aq_parent)
    data = {f"form.widgets.{name}": value for name, value in fields.items()}
    answer = client(name).post(
        f"{folder}/@@matches-while-typing", data=data, headers={"Accept": "text/html"}
    )
    assert answer.status_code == 200
    return answer.text


def test_while_somebody_types(client, case):
    text = typed(client, case, topics=["energie"], total_cost="184.500,00", own_funds="73.800")
    found = judged(text)
    assert found["Programm knapp"][0] == "passt"
    assert (
        "Dafür: Der Eigenanteil von 40 % reicht: verlangt sind 40 %." in found["Programm knapp"][1]
    )
    assert len(found) <= 3
    assert "2 Programme passen." in text


def test_what_is_not_understood_counts_as_not_known(client, case):
    text = typed(client, case, topics=["energie", "gibt-es-nicht"], total_cost="sehr viel")
    assert judged(text) == {}
    text = typed(client, case, topics=["energie"], total_cost="sehr viel", start_date="bald")
    cost = "Klären: Was kostet das Vorhaben? Für den Anfang genügt eine Schätzung."
    assert cost in judged(text)["Programm passt"][1]


def test_an_empty_form_is_told_nothing(client, case):
    assert not typed(client, case).strip()


def test_typing_keeps_nothing(web, client, case):
    before = web._p_jar.db().lastTransaction()
    typed(client, case, topics=["energie"], total_cost="100")
    assert web._p_jar.db().lastTransaction() == before


def test_one_query_and_no_programme_woken(portal, people, monkeypatch):
    for number in range(5):
        people.add_programme(portal, id=f"p{number}")
    case = people.add_consultation(portal)
    processQueue()
    transaction.savepoint(optimistic=True)
    portal._p_jar.cacheMinimize()
    with As("malente-redaktion"):
        found = operations.matches(operations.project_of_case(case))
    assert len(found) == 5
    programmes = portal["foerderung"]["programme"]
    assert [one._p_changed for one in programmes._tree.values()] == [None] * 5


@pytest.mark.parametrize(
    "partner, applicant, areas",
    [
        ("malente", {"gemeinden"}, {"sh", "ostholstein", "holsteinische_schweiz"}),
        ("lensahn", {"aemter", "gemeinden"}, {"sh", "ostholstein", "wagrien_fehmarn"}),
        ("dataport", {"kommunale_unternehmen"}, {"sh"}),
        ("gibt-es-nicht", set(), set()),
    ],
)
def test_who_applies_and_from_where(portal, partner, applicant, areas):
    assert operations.applicant_of(partner) == applicant
    assert operations.areas_of(partner) == areas
