"""Drafts that nobody came back for go by themselves."""

from kommunalhub import _
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.editorial.drafts import operations
from zope.interface import implementer


@implementer(IJob)
class DraftsJob:
    """Keys are a person and a form."""

    title = _("job_drafts", default="Forgetting what was typed and never saved")
    order = 97

    def due(self, now):
        return [f"{userid}\n{key}" for userid, key in operations.over(now)]

    def do(self, key, now):
        userid, _line, form = key.partition("\n")
        operations.drop_key(userid, form)
