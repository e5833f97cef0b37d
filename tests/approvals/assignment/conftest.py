"""People of one group, and their notices."""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.notices.box import box_of
from kommunalhub.partners.substitution import operations as substitution
from plone import api

import pytest


@pytest.fixture
def away(portal):
    """Petra is away for three days, Mia stands in for her."""
    with api.env.adopt_user(username="malente-pruefung"):
        now = formatting.now()
        return substitution.name(
            "malente-pruefung", "malente-mitarbeit", now, now + timedelta(days=3)
        )


@pytest.fixture
def notices(portal):
    """Return a function that gives (kind, action) of the notices of a person, oldest first."""

    def notices(userid):
        box = box_of(portal, userid)
        return [(n["kind"], n["action"]) for n in box.notices.values()] if box else []

    return notices
