"""The texts of a form: Zope keeps those on disk that are big, and then reads them all into memory.

Its limit for texts (form-memory-limit) does not count them, so 190 MB of text took 2.2 GB and two
minutes, whoever sent it.
"""

from kommunalhub.security.uploads import rules
from kommunalhub.security.uploads.arriving import UNREAD
from multipart import MultipartParser
from zope.globalrequest import getRequest


class Parts(MultipartParser):
    """Parts of a form, none at all where its texts together are too big (UNREAD then says so)."""

    def parts(self):
        parts = super().parts()
        problem = rules.text_problem(sum(part.size for part in parts if part.filename is None))
        if problem is None:
            return parts
        getRequest().environ[UNREAD] = problem
        for part in parts:
            part.close()
        return []
