"""What is listened to: journals, redaction, bookings, people who leave."""

from kommunalhub.notices import bookings
from kommunalhub.notices import finds
from kommunalhub.notices import operations
from kommunalhub.notices import reviews
from kommunalhub.notices import substitution
from plone import api
from plone.uuid.interfaces import IUUID
from Products.CMFPlone.interfaces import IPloneSiteRoot
from zope.component import queryUtility


def case_noted(case, event):
    operations.tell_of(case, event.entry)


def place_taken(event):
    operations.follow_place(event.revision, event.original)


def case_redacted(case, event):
    operations.forget_entry(api.portal.get(), IUUID(case), event.entry["seq"])


def substitution_changed(event):
    substitution.tell_of(api.portal.get(), event.substitution, event.what, event.by)


def booking_changed(event):
    bookings.tell_of(api.portal.get(), event)


def reviews_due(event):
    reviews.tell_of_due(api.portal.get(), event)


def nobody_responsible(event):
    reviews.tell_of_nobody(api.portal.get(), event)


def new_hits(event):
    finds.tell_of(api.portal.get(), event)


def person_deleted(event):
    portal = queryUtility(IPloneSiteRoot)
    if portal is not None:
        operations.forget_person(portal, event.principal)
