"""What funding does when something happens: one call each."""

from kommunalhub.funding import operations
from kommunalhub.funding.matching import operations as matching
from plone import api


def make_partner_folder(event):
    """Give a new partner its folder for consultations."""
    operations.ensure_partner_folder(api.portal.get(), event.partner)


def rename_partner_folder(event):
    """Let the folder follow the name of its partner."""
    operations.rename_partner_folder(api.portal.get(), event.partner)


def remove_partner_folder(event):
    """Take the empty folder of a partner that is gone, and what was set for it."""
    operations.remove_partner_folder(api.portal.get(), event.partner)
    matching.forget_areas(event.partner)


def settle_consultation(consultation, event):
    """Store the contact of a new consultation."""
    operations.settle(consultation)
