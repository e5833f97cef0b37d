"""What the hub has set for projects."""

from decimal import Decimal
from kommunalhub.core import registry


def consent_limit():
    """Return the amount in EUR from which on a change needs the consent of all partners."""
    found = registry.read("kommunalhub.project_consent_limit")
    return Decimal(10000 if found is None else found)


def report_day():
    """Return the day of the next month until which a report is written."""
    return registry.read("kommunalhub.project_report_day") or 10
