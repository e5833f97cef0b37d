"""How far a feed of dates reaches, and what it is called."""

from datetime import timedelta
from kommunalhub import _
from kommunalhub.core.language import in_site_language


#: What a feed reaches back and ahead.
BACK, AHEAD = timedelta(days=60), timedelta(days=400)


def calendar_name():
    return in_site_language(_("agenda_title", default="Dates of the hub"))
