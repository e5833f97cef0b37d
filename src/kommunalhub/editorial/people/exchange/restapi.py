"""`@people-import` and `@people-export`: positions as a table, over REST."""

from kommunalhub.core.exchange import restapi
from kommunalhub.editorial.people.exchange.table import NAME


class OfPositions:
    """See core/exchange/restapi.py."""

    table_name = NAME
    import_name = "@people-import"
    export_name = "@people-export"


class ImportPost(OfPositions, restapi.ImportPost):
    """POST @people-import."""


class ImportGet(OfPositions, restapi.ImportGet):
    """GET @people-import/3."""


class ExportGet(OfPositions, restapi.ExportGet):
    """GET @people-export."""
