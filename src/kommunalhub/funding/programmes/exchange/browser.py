"""`@@programme-einlesen` of the catalogue; `@@programme.csv` and `@@programme.xlsx` of the same."""

from kommunalhub import _
from kommunalhub.core.exchange import pages
from kommunalhub.funding.programmes.exchange.table import NAME


class ImportPage(pages.ImportPage):
    """Of programmes."""

    table_name = NAME
    heading = _("heading_programme_import", default="Read programmes from a table")
    lead = _(
        "programme_import_lead",
        default="A CSV file or a workbook (XLSX). First you see what each line would do; only then "
        "all of it is taken over, or nothing.",
    )
    done = _(
        "programme_import_done",
        default="All of it is taken over. New programmes are drafts: submit them for release.",
    )
    file_label = _("label_programme_file", default="File with programmes")
    file_help = _(
        "help_programme_file",
        default="The first line names the columns, as an export does; „Schlüssel“ must be among "
        "them. Columns that are missing stay as they are, empty cells empty the field. At most "
        "5,000 programmes and 16 MB.",
    )


class Export(pages.Export):
    """Of programmes."""

    table_name = NAME
