"""A process that dies after the mail server has taken a mail and before that is written down.

python killed.py <Data.fs> <port of the mail server> <moment it is, ISO>
"""

from datetime import datetime
from kommunalhub.core import formatting
from kommunalhub.core.transactions import opened
from kommunalhub.notices import delivery
from kommunalhub.notices import smtp
from types import SimpleNamespace
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage

import os
import sys
import transaction


def die(bare, change):
    os._exit(9)


moment = datetime.fromisoformat(sys.argv[3])
formatting.now = lambda: moment
settings = smtp.Settings(
    "127.0.0.1", int(sys.argv[2]), None, None, "hub@example.org", "Digitaler Hub"
)
delivery.store_of = lambda bare: SimpleNamespace(outbox=bare.root()["outbox"])
delivery.settings_of = lambda bare: settings
delivery._settle = die
with opened(DB(FileStorage(sys.argv[1])), transaction.manager) as bare:
    for mail_id in bare.root()["outbox"].due(moment):
        delivery.deliver(bare, mail_id)
