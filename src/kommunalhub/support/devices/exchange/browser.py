"""`@@einlesen`, `@@geraete.csv` and `@@geraete.xlsx` of the list of devices."""

from kommunalhub import _
from kommunalhub.core.exchange import pages
from kommunalhub.support.devices.exchange.table import NAME


class ImportPage(pages.ImportPage):
    """Of devices."""

    table_name = NAME
    heading = _("heading_device_import", default="Read devices from a table")
    lead = _(
        "programme_import_lead",
        default="A CSV file or a workbook (XLSX). First you see what each line would do; only then "
        "all of it is taken over, or nothing.",
    )
    done = _("device_import_done", default="All of it is taken over.")
    file_label = _("label_device_file", default="File with devices")
    file_help = _(
        "help_device_file",
        default="The first line names the columns, as an export does; „Inventarnummer“ must be "
        "among them: by it a device is found again. Columns that are missing stay as they are, "
        "empty cells empty the field. At most 5,000 devices and 16 MB.",
    )


class Export(pages.Export):
    """Of devices."""

    table_name = NAME
