"""Ceilings and duties of De-minimis aid, as the registry has them: dated data with a source."""

from datetime import date
from decimal import Decimal
from kommunalhub.core import registry
from kommunalhub.core.vocabularies import RegistryVocabulary
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.funding.deminimis.rules import BY_DAY
from kommunalhub.funding.deminimis.rules import Figure


RECORD = "kommunalhub.funding_deminimis_figures"
REGULATIONS = "kommunalhub.funding_deminimis_regulations"

regulations = RegistryVocabulary(REGULATIONS)


def figures():
    """Return all Figures. A row maps names of the fields of Figure to texts; see the profile."""
    return [_figure(row) for row in registry.read(RECORD) or ()]


def regulation_titles():
    """Return {token: title} of the regulations."""
    return titles_of(REGULATIONS)


def _figure(row):
    return Figure(
        regulation=row["regulation"],
        since=date.fromisoformat(row["since"]),
        until=date.fromisoformat(row["until"]) if row.get("until") else None,
        ceiling=Decimal(row["ceiling"]),
        counts=frozenset((row.get("counts") or "").split()),
        report_days=int(row["report_days"]) if row.get("report_days") else None,
        source=row.get("source") or "",
        window=row.get("window") or BY_DAY,
    )
