"""What an import says of lines and of files."""

from kommunalhub import _
from kommunalhub.lib.tables import reading


NOT_IN_LIST = _("exchange_not_in_list", default="„${value}“ is not in the pick list.")
NOT_A_DAY = _("exchange_not_a_day", default="Please write the day like 31.12.2027.")
NOT_A_WHOLE_NUMBER = _("exchange_not_whole", default="Please write a whole number.")
NOT_A_CALL = _(
    "exchange_not_a_call",
    default="Call ${row}: please write it like „ab 01.02.2027 bis 31.03.2027; 200.000; remark“.",
)
MISSING = _("exchange_missing", default="This must not be empty.")
UNFIT = _("exchange_unfit", default="This cannot be kept.")
AT = _("exchange_at", default="${label}: ${problem}")
NO_KEY = _("exchange_no_key", default="The key is missing.")
TWICE = _("exchange_twice", default="The key stands in line ${line} already.")
SEVERAL = _("exchange_several", default="Several programmes have this key; please mend that first.")
NOT_YOURS = _("exchange_not_yours", default="There is such a programme, and you may not change it.")
NO_COLUMNS = _(
    "exchange_no_columns",
    default="The first line must name the columns, „Schlüssel“ among them. The easiest way is to "
    "begin with an export.",
)
UNKNOWN_COLUMN = _("exchange_unknown_column", default="There is no column „${name}“.")
COLUMN_TWICE = _("exchange_column_twice", default="The column „${name}“ stands there twice.")
NO_FILE = _("import_file_missing", default="Please choose a file.")
CHANGED_SINCE = _(
    "exchange_changed_since",
    default="Something has changed since you looked; this is how it stands now.",
)

FILE_ERRORS = {
    reading.EMPTY: _("import_empty", default="There is nothing in the file."),
    reading.TOO_LARGE: _("exchange_large", default="The file is larger than 16 MB."),
    reading.TOO_MANY: _(
        "exchange_many", default="There are more than 5000 programmes in the file."
    ),
    reading.DAMAGED: _(
        "import_damaged",
        default="This file cannot be opened. Please save it as CSV or XLSX and try again.",
    ),
    reading.ENCODING: _(
        "import_encoding",
        default="Line ${line} has letters that cannot be read. Please save the file as CSV UTF-8.",
    ),
    reading.QUOTES: _(
        "import_quotes",
        default="Line ${line} has a quotation mark that does not end. Please correct it.",
    ),
    reading.WIDE: _(
        "import_wide", default="Line ${line} has too many columns, or too long a text in one."
    ),
}


def said(message, **mapping):
    """Return a message with its values."""
    return message.__class__(message, mapping=mapping)
