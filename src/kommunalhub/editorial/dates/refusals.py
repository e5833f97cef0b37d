"""Why a date cannot become what is asked, in sentences; the same in the form and over REST."""

from kommunalhub import _


MOST_LETTERS = 300
LONG = _(
    "error_date_long",
    default="Please write at most ${most} letters.",
    mapping={"most": MOST_LETTERS},
)
REASON = _("error_date_reason", default="Please say why: people read it beside the date.")
#: {why: (start or end, sentence)} of what cannot be.
REFUSED = {
    "over": (
        "start",
        _("error_date_over", default="What is over stays as it was. Please choose a later time."),
    ),
    "order": ("end", _("error_date_order", default="The end lies before the beginning.")),
    "far": (
        "start",
        _("error_date_far", default="This is too far ahead, or lasts longer than a year."),
    ),
    "same": ("start", _("error_date_same", default="The date is like that already.")),
    "unknown": (
        "start",
        _(
            "error_date_unplanned",
            default="The event does not have this date any more. Please change the event itself.",
        ),
    ),
}
