"""The materials library: what it shows to whom, and that looking at it writes nothing."""

from kommunalhub.core import formatting
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tally import flushing
from kommunalhub.materials.library import counting
from zope.component import getUtility

import html
import pytest
import re
import transaction


@pytest.fixture
def site(web):
    yield web
    flushing.buffer.take(flushing.place_of(web))


def page(hub, site, who=None, **query):
    transaction.commit()
    answer = hub.visitor(who).get(f"{site.absolute_url()}/materialien", params=query)
    assert answer.status_code == 200
    return html.unescape(answer.text)


def part(text, name):
    """Return one of the lists of the page, empty when it is not there."""
    found = re.search(rf'id="{name}".*?</section>', text, re.S)
    return found.group() if found else ""


def flush():
    job = getUtility(IJob, "tally")
    for key in job.due(formatting.now()):
        transaction.begin()
        job.do(key, formatting.now())
        transaction.commit()
    transaction.begin()


def released(hub, site, state="public", **fields):
    return hub.bring_to(hub.add_material(site, **fields), state)


def use(site, material, times):
    transaction.commit()
    for _number in range(times):
        counting.note(counting.VIEWS, material)
    flush()


def test_topics_with_counts_lead_to_their_materials(hub, site):
    released(hub, site, title="Datenschutz-Folien", topics={"datenschutz"})
    released(hub, site, title="Vergabe-Folien")
    released(hub, site, "internal", title="Vergabe intern")
    topics = part(page(hub, site), "topics")
    assert re.findall(r"thema=(\w+)", topics) == ["datenschutz", "vergabe"]
    assert re.findall(r'class="n">(\d+)<', topics) == ["1", "1"]
    assert re.findall(r'class="n">(\d+)<', part(page(hub, site, "lena"), "topics")) == ["2", "1"]
    shown = page(hub, site, thema="datenschutz")
    assert "Datenschutz-Folien" in shown
    assert "Vergabe-Folien" not in shown
    assert 'id="topics"' not in shown


def test_views_and_downloads_are_counted_beside_the_request(hub, site):
    seldom = released(hub, site, title="Selten")
    often = released(hub, site, title="Oft")
    draft = hub.add_material(site, title="Entwurf")
    transaction.commit()
    before = site._p_jar.db().lastTransaction()
    visitor = hub.visitor("lena")
    visitor.get(draft.absolute_url())
    for material in (often, often, seldom):
        assert visitor.get(material.absolute_url()).status_code == 200
    address = f"{often.absolute_url()}/@@download/file/vergabe.pdf"
    assert visitor.get(address).content.startswith(b"%PDF")
    visitor.get(address, headers={"Range": "bytes=10-20"})
    visitor.head(address)
    page(hub, site, "lena", sort="genutzt")
    assert site._p_jar.db().lastTransaction() == before
    flush()
    assert counting.used(site) == {often.UID(): 3, seldom.UID(): 1}
    shown = part(page(hub, site), "most-used")
    assert shown.index("Oft") < shown.index("Selten")
    listed = page(hub, site, sort="genutzt").split("materialien?")[-1]
    assert listed.index(">Oft") < listed.index(">Selten")


def test_readers_are_counted_and_not_the_author(hub, site):
    material = released(hub, site, title="Von Anna")
    transaction.commit()
    for who, expected in (("anna", 0), ("lena", 1), (None, 2), ("anna", 2)):
        assert hub.visitor(who).get(material.absolute_url()).status_code == 200
        address = f"{material.absolute_url()}/@@download/file/vergabe.pdf"
        if who == "anna":
            assert hub.visitor(who).get(address).status_code == 200
        flush()
        assert counting.used(site).get(material.UID(), 0) == expected


def test_what_a_person_may_not_see_is_not_counted_or_listed(hub, site):
    hidden = released(hub, site, "internal", title="Nur intern")
    use(site, hidden, 5)
    for who in (None, "gast"):
        shown = page(hub, site, who)
        assert "Nur intern" not in shown
        assert "0 Unterlagen" in shown
        assert part(shown, "topics") == part(shown, "most-used") == ""
        for query in ({"q": "intern"}, {"zustand": "internal"}, {"sort": "genutzt"}):
            assert "Nur intern" not in page(hub, site, who, **query)
    assert "Nur intern" in part(page(hub, site, "lena"), "most-used")


def test_who_may_check_sees_what_is_to_be_checked(hub, site):
    released(hub, site, "due_for_review", title="Alt geworden")
    seen = {
        who: "Alt geworden" in part(page(hub, site, who), "to-check")
        for who in ("anna", "rita", "toni", "hilde", "mia", "lena", "gast", None)
    }
    assert {who for who, sees in seen.items() if sees} == {"anna", "rita", "toni", "hilde"}


def test_the_box_searches_within_the_materials(hub, site):
    released(hub, site, title="Vergabe-Folien")
    shown = page(hub, site, q="vergaben")
    assert "1 Unterlage" in shown
    assert re.search(r"<mark\s*>Vergabe", shown)
    nothing = page(hub, site, q="Rehwild")
    assert "0 Unterlagen" in nothing
    assert "@@search?q=Rehwild" in nothing


def test_a_state_can_be_chosen(hub, site):
    released(hub, site, "internal", title="Ein Internes")
    released(hub, site, title="Ein Öffentliches")
    shown = page(hub, site, "lena", zustand="internal")
    assert "Ein Internes" in shown
    assert "Ein Öffentliches" not in shown
    assert "Ein Entwurf" not in page(hub, site, "lena", zustand="draft")


@pytest.mark.parametrize(
    "query", [{"sort": "quer"}, {"b_start": "x"}, {"thema": ["a", "b"]}, {"q": "*"}, {"q": '"'}]
)
def test_nonsense_in_the_address_is_no_error(hub, site, query):
    released(hub, site)
    assert "Unterlage" in page(hub, site, **query)
