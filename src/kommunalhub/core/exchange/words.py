"""What an import says of lines and of files."""

from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.lib.tables import reading


NOT_IN_LIST = _("exchange_not_in_list", default="„${value}“ is not in the pick list.")
NOT_A_DAY = _("exchange_not_a_day", default="Please write the day like 31.12.2027.")
NOT_A_WHOLE_NUMBER = _("exchange_not_whole", default="Please write a whole number.")
MISSING = _("exchange_missing", default="This must not be empty.")
UNFIT = _("exchange_unfit", default="This cannot be kept.")
AT = _("exchange_at", default="${label}: ${problem}")
UNKNOWN_COLUMN = _("exchange_unknown_column", default="There is no column „${name}“.")
COLUMN_TWICE = _("exchange_column_twice", default="The column „${name}“ stands there twice.")
NO_FILE = _("import_file_missing", default="Please choose a file.")
CHANGED_SINCE = _(
    "exchange_changed_since",
    default="Something has changed since you looked; this is how it stands now.",
)


@dataclass(frozen=True)
class Words:
    """What is said in the words of a room, as messages.

    no_key: the cell is empty; twice: the same key in `line`; several: stored things have it;
    not_yours: what has it may not be changed; no_columns: the first line names no columns; many:
    too many lines.
    """

    no_key: object = None
    twice: object = None
    several: object = None
    not_yours: object = None
    no_columns: object = None
    many: object = None


FILE_ERRORS = {
    reading.EMPTY: _("import_empty", default="There is nothing in the file."),
    reading.TOO_LARGE: _("exchange_large", default="The file is larger than 16 MB."),
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
