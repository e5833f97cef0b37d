"""What stands above every page of those whom a disturbance concerns."""

from datetime import datetime
from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.overview import Piece
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.support.disturbances import board


SINCE = _("disturbance_since", default="since ${when}")
TODAY = _("disturbance_clock", default="${time}")
UNTIL = _("disturbance_until", default="expected until ${when}")


class Banner(Piece):
    """The running disturbances, the oldest first; each can be folded, and stays so in the tab."""

    def is_shown(self):
        return bool(self.rows)

    @cached_property
    def rows(self):
        signed_in = not asking.is_anonymous()
        return [
            {
                "fold": f"{row.uid}.{row.version}",
                "title": row.title,
                "text": row.text,
                "since": said(SINCE, row.starts),
                "until": said(UNTIL, row.ends) if row.ends else None,
                "news": row.update,
                "news_when": moment_of(row.update_when) if row.update else None,
                "url": f"{self.site_url}/{row.path}" if signed_in else None,
            }
            for row in board.shown()
        ]


def moment_of(iso):
    """Return a moment as people say it: the time alone for today."""
    moment = datetime.fromisoformat(iso)
    if formatting.to_local(moment).date() == formatting.to_local(formatting.now()).date():
        mapping = {"time": formatting.clock(moment)}
        return in_site_language(filled(TODAY, mapping))
    return formatting.moment(moment)


def said(message, iso):
    return filled(message, when=moment_of(iso))
