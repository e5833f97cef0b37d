"""A process that dies after the mail server has taken a mail and before that is written down.

python killed.py <Data.fs> <port of the mail server> <moment it is, ISO>
"""

from datetime import datetime
from kommunalhub.core import formatting
from kommunalhub.notices import delivery
from kommunalhub.notices import smtp
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage

import os
import sys


class BarePlace(delivery.Place):
    """An outbox in a database without a site."""

    def look(self, connection):
        settings = smtp.Settings(
            "127.0.0.1", int(sys.argv[2]), None, None, "hub@example.org", "Digitaler Hub"
        )
        return connection.root()["outbox"], settings


def die(place, change):
    os._exit(9)


moment = datetime.fromisoformat(sys.argv[3])
formatting.now = lambda: moment
delivery._settle = die
delivery.deliver(BarePlace(DB(FileStorage(sys.argv[1])), ("", "bare")))
