"""The public page: what was released and where it stands, and nothing of the partners' own."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.projects.book import operations as book
from kommunalhub.projects.parties import operations as parties
from kommunalhub.projects.public import operations as public
from kommunalhub.projects.public import rules

import pytest
import requests
import transaction


INNER = "Nur für die Partner 4711"
texts = st.text(max_size=20)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
MOVE = {"planned": days, "why": st.just(INNER), "by": st.just(INNER)}
rows = st.lists(
    st.fixed_dictionaries(
        {
            "number": st.integers(1, 40),
            "title": texts,
            "about": st.just(INNER),
            "planned": days,
            "done": st.none() | days,
            "dropped": st.sampled_from(["", INNER]),
            "why_late": st.just(INNER),
            "earlier": st.lists(st.fixed_dictionaries(MOVE), max_size=2).map(tuple),
            "partner": st.just("malente"),
            "function": st.just("editors"),
            "person": st.just(INNER),
        }
    )
)
OWN = ("goal", "budget", "own_share", "cases")
names = st.sampled_from([*rules.TEXTS, *rules.LIVE, *OWN])


@given(st.dictionaries(names, texts), st.dictionaries(names, st.just(INNER)), rows)
def test_the_public_page_has_public_fields_alone(released, values, milestones):
    values = {name: value for name, value in values.items() if name not in rules.LIVE}
    found = rules.card(released, values, milestones)
    assert set(found) <= rules.FIELDS
    assert INNER not in repr(found)
    assert all(set(one) == set(rules.MILESTONE) for one in found["milestones"])


def test_text_is_as_released_and_standing_is_of_now(running, hub):
    with hub.As("rita"):
        public.release(running)
    section = running.aq_parent
    assert public.cards_of(section)[running.getId()]["gain"] == running.gain
    running.gain = "Etwas anderes"
    with hub.As("lena"):
        book.report_done(running, "milestone", 1, hub.today())
    card = public.cards_of(section)[running.getId()]
    assert card["gain"] != "Etwas anderes"
    assert card["milestones"][0]["done"] == hub.today()
    hub.step(running, "rita", "stop", "Kein Geld mehr.")
    assert public.cards_of(section)[running.getId()]["state"] == "stopped"
    with hub.As("rita"):
        assert public.take_back(running)
    assert running.getId() not in public.cards_of(section)


def test_nobody_releases_what_they_wrote(running, hub):
    running.last_editor = "rita"
    with hub.As("rita"), pytest.raises(public.NotReleased):
        public.release(running)


def test_citizens_read_the_page_and_nothing_else(web, hub):
    project = hub.bring_to(hub.add_project(web, goal=INNER), "running")
    with hub.As("moni"):
        book.change(
            project,
            "milestone",
            1,
            {**hub.milestone(), "planned": hub.today() + timedelta(90), "why": INNER},
        )
        book.add(project, "risk", {**RISK, "title": INNER})
        parties.change(project, {"lensahn": {"role": "donor", "does": INNER}})
    with hub.As("rita"):
        public.release(project)
    transaction.commit()
    section = web["projekte"].absolute_url()
    page = requests.get(f"{section}/@@projekt/{project.getId()}")
    assert page.status_code == 200 and project.gain in page.text and "<svg" in page.text
    listed = requests.get(section)
    served = requests.get(f"{section}/@public-projects", headers={"Accept": "application/json"})
    assert served.json()["items"][0]["title"] == "Mitfahrbank"
    assert "Mitfahrbank" in listed.text
    for answer in (page, listed, served):
        assert INNER not in answer.text
    inner = [project.absolute_url(), f"{section}/@@projekt/pr-2026-999"]
    inner += [f"{section}/@@projekte-xlsx", f"{section}/@@projekte-pdf"]
    views = ("oeffentliche-vorschau", "monatsberichte-xlsx", "beteiligte-aendern")
    inner += [f"{project.absolute_url()}/@@{view}" for view in views]
    for address in inner:
        answer = requests.get(address, allow_redirects=False)
        assert answer.status_code in (302, 401, 403, 404), address


RISK = {"likelihood": "low", "damage": "high", "measure": "Reden", "closed": ""}


@given(st.dictionaries(st.text("ab-", min_size=1), st.tuples(texts, texts), max_size=4))
def test_a_hit_leads_to_its_card(said):
    blank = {"take_part": "", "milestones": ()}
    cards = {
        id_: {"title": f"T{id_}", "description": one, "gain": two, **blank}
        for id_, (one, two) in said.items()
    }
    text, sections = rules.told(cards)
    assert [id_ for _offset, _way, id_ in sections] == sorted(cards)
    assert all(text[offset:].startswith(way[0]) for offset, way, _id in sections)


def found_by(web, words):
    page = requests.get(f"{web.absolute_url()}/@@search", params={"q": words}).text
    return page.partition("<main")[2]


def test_everybody_finds_what_is_released_and_nothing_else(web, hub):
    project = hub.bring_to(hub.add_project(web, goal="Zwölf Kobolde bauen."), "agreed")
    transaction.commit()
    assert "#pr-" not in found_by(web, "Einkaufen")
    with hub.As("rita"):
        public.release(project)
    transaction.commit()
    assert f"/projekte#{project.getId()}" in found_by(web, "Einkaufen")
    assert "/projekte" not in found_by(web, "Kobolde")
    with hub.As("rita"):
        public.take_back(project)
    transaction.commit()
    assert "#pr-" not in found_by(web, "Einkaufen")
