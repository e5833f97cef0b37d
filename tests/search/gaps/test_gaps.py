"""Searches without a hit: from the search page to the list, and who may read it."""

from kommunalhub.core import formatting
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tally import flushing
from kommunalhub.core.tally import operations as tally
from kommunalhub.search.gaps import operations
from materials.conftest import hub  # noqa: F401
from materials.conftest import populated  # noqa: F401
from materials.conftest import web  # noqa: F401
from zope.component import getUtility

import pytest
import re
import transaction


@pytest.fixture
def site(web):  # noqa: F811
    yield web
    flushing.buffer.take(flushing.place_of(web))


def flush():
    job = getUtility(IJob, "tally")
    for key in job.due(formatting.now()):
        transaction.begin()
        job.do(key, formatting.now())
        transaction.commit()
    transaction.begin()


def ask(*texts):
    for text in texts:
        operations.note(text)
    flush()


def shown(site):
    return [(line.text, line.count) for line in operations.lines(site)]


def test_a_search_without_a_hit_becomes_a_line(hub, site):  # noqa: F811
    visitor = hub.visitor()
    for _number in range(3):
        page = visitor.get(f"{site.absolute_url()}/@@search", params={"q": "Rehwildzählung"})
        assert page.status_code == 200
    visitor.get(f"{site.absolute_url()}/@@search", params={"q": "Anna Beispiel"})
    visitor.get(f"{site.absolute_url()}/@@ajax-search", params={"SearchableText": "Rehw"})
    flush()
    assert shown(site) == [("Rehwildzählung", 3)]


def test_names_of_accounts_are_never_written_down(site):
    ask(*["Beispiel"] * 3, *["rita beispiel urlaub"] * 3, *["toni"] * 3, *["Rehwild"] * 3)
    kept = {text for texts in tally.periods(site, operations.GAPS).values() for text in texts}
    assert kept == {"Rehwild"}


def test_only_the_week_is_kept(site):
    ask("Rehwild")
    [week] = tally.periods(site, operations.GAPS)
    monday = tally.today().fromisoformat(week)
    assert monday.weekday() == 0


@pytest.mark.parametrize(
    ("who", "may"),
    [("toni", True), ("hilde", True), ("anna", False), ("rita", False), ("mia", False),
     ("gast", False), (None, False)],
)  # fmt: skip
def test_who_reads_the_list(hub, site, who, may):  # noqa: F811
    ask(*["Rehwild"] * 3)
    page = hub.visitor(who).get(f"{site.absolute_url()}/@@search-gaps")
    assert ("Rehwild" in page.text) == may
    answer = hub.rest(who).get(f"{site.absolute_url()}/@search-gaps")
    assert answer.status_code == (200 if may else 401)
    assert hub.rest(who).delete(f"{site.absolute_url()}/@search-gaps/x").status_code == (
        404 if may else 401
    )


def test_done_takes_a_line_out(hub, site):  # noqa: F811
    ask(*["Rehwild"] * 2, "REHWILD", *["Strandkorb"] * 3)
    session, address = hub.visitor("toni"), f"{site.absolute_url()}/@@search-gaps"
    page = session.get(address)
    assert "3-mal gesucht" in page.text
    assert "@@unterlage-einreichen" in page.text
    token = re.search(r'name="_authenticator"[^>]*value="([^"]+)"', page.text).group(1)
    assert session.post(address, data={"done": "rehwild"}).status_code == 403
    page = session.post(address, data={"done": "rehwild", "_authenticator": token})
    assert "Rehwild" not in page.text
    rest = hub.rest("toni")
    answer = rest.get(f"{site.absolute_url()}/@search-gaps").json()
    [item] = answer["items"]
    assert (item["text"], item["count"]) == ("Strandkorb", 3)
    assert rest.delete(f"{site.absolute_url()}/@search-gaps/{item['id']}").status_code == 204
    assert rest.get(f"{site.absolute_url()}/@search-gaps").json()["items_total"] == 0
