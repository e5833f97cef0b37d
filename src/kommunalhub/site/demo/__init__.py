"""Demo content: plausible work of four administrations, for looking around only.

`build` is called when a site is made with demo content and never else: it makes people whose
password is known. The data stands in data/*.toml, files/ holds the documents (see making/).
Every step is a real one: the named person takes it through the same verbs as in the browser,
only on an earlier day.
"""

from kommunalhub.approvals.figures import operations as figures
from kommunalhub.approvals.figures.reading import LEAST_PEOPLE
from kommunalhub.core import formatting
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.site.demo import coworking
from kommunalhub.site.demo import funding
from kommunalhub.site.demo import materials
from kommunalhub.site.demo import news
from kommunalhub.site.demo import people
from kommunalhub.site.demo.clock import Calendar
from kommunalhub.site.demo.record import Record
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
    record = Record(portal)
    people.give_contacts()
    # Nobody real works here, so the figures may be told down to each office.
    api.portal.set_registry_record(LEAST_PEOPLE, 1)
    progress(f"Demo: {people.build(portal)} Personen")
    progress(f"Demo: {funding.build_programmes(portal, calendar, record)} Förderprogramme")
    progress(f"Demo: {funding.build_consultations(portal, calendar, record)} Beratungen")
    progress(f"Demo: {materials.build(portal, calendar, record)} Schulungsunterlagen")
    progress(f"Demo: {coworking.build_spaces(portal, calendar, record)} Räume und Tische")
    progress(f"Demo: {coworking.build_applications(portal, calendar, record)} Co-Working-Anträge")
    progress(f"Demo: {news.build(portal, calendar, record)} Seiten und Neuigkeiten")
    figures.count_all(calendar.now)
