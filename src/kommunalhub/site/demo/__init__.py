"""Demo content: plausible work of four administrations, for looking around only.

`build` is called when a site is made with demo content and never else: it makes people whose
password is known. Each offer plays its own part (`demo` of core/offers.py, data beside it). People
and news stand in data/*.toml, files/ holds the documents of all (see making/).
Every step is a real one: the named person takes it through the same verbs as in the browser,
only on an earlier day.
"""

from kommunalhub.approvals.figures import operations as figures
from kommunalhub.approvals.figures.reading import LEAST_PEOPLE
from kommunalhub.core import formatting
from kommunalhub.core.offers import offers
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.site.demo import news
from kommunalhub.site.demo import people
from kommunalhub.site.demo.clock import Calendar
from kommunalhub.site.demo.stage import Stage
from plone import api
from zope.interface import alsoProvides


__all__ = ["build"]


def build(portal, progress=print):
    """Fill a hub that has its sections with people, cases and pages; twice is harmless.

    All happens in the caller's transaction. progress: called with a line of text per part.
    """
    # Traversal marks a request; the one that makes the site came before the layer was there.
    alsoProvides(portal.REQUEST, IKommunalhubLayer)
    calendar = Calendar(formatting.now())
    stage = Stage(portal, calendar)
    people.give_contacts()
    # Nobody real works here, so the figures may be told down to each office.
    api.portal.set_registry_record(LEAST_PEOPLE, 1)
    progress(f"Demo: {people.build(portal)} Personen")
    for offer in offers():
        for line in offer.demo(stage):
            progress(f"Demo: {line}")
    progress(f"Demo: {news.build(portal, calendar, stage.record)} Seiten und Neuigkeiten")
    figures.count_all(calendar.now)
