"""Days and moments that the catalog cannot keep are refused in forms as over REST."""

from datetime import date
from datetime import datetime
from kommunalhub.core.validation import FieldError
from kommunalhub.interfaces import IKommunalhubLayer
from z3c.form.interfaces import IValidator
from zope.component import getMultiAdapter
from zope.interface import alsoProvides
from zope.schema import Date
from zope.schema import Datetime

import pytest


@pytest.fixture
def validator(integration):
    """Return a function that gives the validator of forms for a field."""
    request = integration["request"]
    alsoProvides(request, IKommunalhubLayer)

    def validator(field):
        context = integration["portal"]
        return getMultiAdapter((context, request, None, field, None), IValidator)

    return validator


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Date(title="x"), date(9999, 12, 31)),
        (Date(title="x"), date(1, 1, 1)),
        (Datetime(title="x"), datetime(9999, 12, 31)),
        (Datetime(title="x"), datetime(5000, 1, 1)),
    ],
)
def test_a_year_out_of_time_is_told(validator, field, value):
    with pytest.raises(FieldError) as told:
        validator(field).validate(value)
    assert told.value.args[0] == "error_not_in_time"


def test_years_of_people_are_fine(validator):
    for year in (1234, 1945, 2026, 2100):
        validator(Date(title="x")).validate(date(year, 1, 1))
        validator(Datetime(title="x")).validate(datetime(year, 1, 1))
    validator(Date(title="x", required=False)).validate(None)
