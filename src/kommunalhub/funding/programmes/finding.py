"""Programmes by what is asked of them, in one query of the catalog; no programme is woken."""

from kommunalhub.core import tools
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.funding.programmes.deadlines import today
from kommunalhub.funding.programmes.indexers import EVERYWHERE


TYPE = "FundingProgramme"
#: Parameter of pages and services -> (index, record of the pick list).
FILTERS = {
    "topic": ("funding_topics", "kommunalhub.funding_topics"),
    "funder": ("funding_funder", "kommunalhub.funding_funders"),
    "eligible": ("funding_eligible", "kommunalhub.funding_eligible"),
    "area": ("funding_areas", "kommunalhub.funding_areas"),
    "kind": ("funding_kinds", "kommunalhub.funding_kinds"),
    "when": ("funding_deadline_kind", "kommunalhub.funding_deadline_kinds"),
}


def chosen_in(form):
    """Return {filter: token} of those in a form or an address that name a token of their list."""
    return {
        name: str(form[name])
        for name, (_index, record) in FILTERS.items()
        if name in form and str(form[name]) in titles_of(record)
    }


def query_of(chosen):
    """Return the query of the catalog for {filter: token}."""
    query = {"portal_type": TYPE}
    for name, token in chosen.items():
        query[FILTERS[name][0]] = [token, EVERYWHERE] if name == "area" else token
    return query


def still_open():
    """Return the part of a query that leaves out what has ended."""
    return {"funding_closings": {"query": today().isoformat(), "range": "min"}}


def programmes(folder, chosen, with_passed=False):
    """Return the brains of a folder's programmes, the next deadline first."""
    query = query_of(chosen) | {
        "path": "/".join(folder.getPhysicalPath()),
        "sort_on": ["funding_deadline", "sortable_title"],
    }
    return tools.catalog()(**query, **({} if with_passed else still_open()))


def closing_between(folder, chosen, first, last):
    """Return the brains of programmes of which a call closes from one day to another."""
    span = {"query": (first.isoformat(), last.isoformat()), "range": "min:max"}
    path = "/".join(folder.getPhysicalPath())
    return tools.catalog()(**query_of(chosen), path=path, funding_closings=span)
