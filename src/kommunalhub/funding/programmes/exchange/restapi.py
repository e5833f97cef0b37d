"""`@programmes-import` and `@programmes-export`: the library as a table, over REST."""

from kommunalhub.core.exchange import restapi
from kommunalhub.funding.programmes.exchange.table import NAME


class OfProgrammes:
    """See core/exchange/restapi.py."""

    table_name = NAME
    import_name = "@programmes-import"
    export_name = "@programmes-export"


class ImportPost(OfProgrammes, restapi.ImportPost):
    """POST @programmes-import."""


class ImportGet(OfProgrammes, restapi.ImportGet):
    """GET @programmes-import/3."""


class ExportGet(OfProgrammes, restapi.ExportGet):
    """GET @programmes-export."""
