"""The latest news, on the home page and on Mein Hub."""

from functools import cached_property
from kommunalhub.core.badges import badge_of_brain
from kommunalhub.core.browser.overview import Piece
from kommunalhub.editorial.news.operations import SECTION
from kommunalhub.editorial.news.reading import day_and_comments
from kommunalhub.editorial.news.reading import is_on_top
from kommunalhub.editorial.news.reading import newest


SHOWN = 3


class News(Piece):
    """What this person may see of it, the newest first after what is on top."""

    def is_shown(self):
        return bool(self.items)

    @property
    def all_of_them(self):
        """Return the address of all news, None where there is no such place."""
        return self.address(SECTION)

    @cached_property
    def items(self):
        """Return [{title, url, text, day, badge, pinned}]."""
        return [
            {
                "title": brain.Title,
                "url": brain.getURL(),
                "text": brain.Description,
                "day": day_and_comments(brain, self.request),
                "badge": badge_of_brain(brain),
                "pinned": is_on_top(brain),
            }
            for brain in newest(self.find, SHOWN)
        ]
