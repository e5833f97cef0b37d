"""Sentences that several doors of the library share."""

from kommunalhub import _


NOT_A_DAY = _("error_not_a_day", default="Please give a date like 2027-05-01.")
UNKNOWN_TOKEN = _("error_unknown_token", default="This is not in the pick list.")
