"""Letters about cases that can be answered by mail: what such a case says to that."""

from dataclasses import dataclass
from zope.component import queryAdapter
from zope.interface import Interface


@dataclass(frozen=True)
class Envelope:
    """What a letter brings along, so that its answer finds the way back.

    mark: stands in its subject and its Message-ID; references: Message-IDs without brackets, oldest
    first; said: what was said, line by line, for who may read it.
    """

    mark: str
    reply_to: str
    references: tuple = ()
    said: tuple = ()


class ICaseMail(Interface):
    """Adapter of a case that is talked about by mail."""

    def envelope(userid, notice):
        """Return the Envelope of a letter to a person; None for one that is not to be answered.

        notice: as box.Box keeps it. What is for some alone (notes) is never answered by mail.
        """


def envelope_of(case, userid, notice):
    """Return the Envelope of a letter about a case, None for one that is only told."""
    adapter = queryAdapter(case, ICaseMail)
    return None if adapter is None else adapter.envelope(userid, notice)
