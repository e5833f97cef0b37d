"""`@@einlesen`, `@@stellen.csv` and `@@stellen.xlsx` of the folder of positions."""

from kommunalhub import _
from kommunalhub.core.exchange import pages
from kommunalhub.editorial.people.exchange.table import NAME


class ImportPage(pages.ImportPage):
    """Of positions."""

    table_name = NAME
    heading = _("heading_position_import", default="Read positions from a table")
    lead = _(
        "programme_import_lead",
        default="A CSV file or a workbook (XLSX). First you see what each line would do; only then "
        "all of it is taken over, or nothing.",
    )
    done = _("device_import_done", default="All of it is taken over.")
    file_label = _("label_position_file", default="File with positions")
    file_help = _(
        "help_position_file",
        default="The first line names the columns, as an export does; „Kennzeichen“ must be among "
        "them: by it a position is found again. Several tasks stand in one cell with | between. "
        "Columns that are missing stay as they are, empty cells empty the field. At most 5,000 "
        "positions and 16 MB.",
    )


class Export(pages.Export):
    """Of positions."""

    table_name = NAME
