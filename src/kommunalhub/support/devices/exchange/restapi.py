"""`@devices-import` and `@devices-export`: the list of devices as a table, over REST."""

from kommunalhub.core.exchange import restapi
from kommunalhub.support.devices.exchange.table import NAME


class OfDevices:
    """See core/exchange/restapi.py."""

    table_name = NAME
    import_name = "@devices-import"
    export_name = "@devices-export"


class ImportPost(OfDevices, restapi.ImportPost):
    """POST @devices-import."""


class ImportGet(OfDevices, restapi.ImportGet):
    """GET @devices-import/3."""


class ExportGet(OfDevices, restapi.ExportGet):
    """GET @devices-export."""
