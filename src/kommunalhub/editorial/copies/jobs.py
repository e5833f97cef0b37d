"""Nothing public stays open to be changed at once, whatever wrote the roles of its state anew."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import site
from kommunalhub.editorial.copies import closing
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


#: Where the site keeps the day on which all public pages were looked at, as ISO.
LOOKED = "kommunalhub.editorial.copies.looked"


@implementer(IJob)
class ClosedPages:
    """Looks at all public pages once a day; the key is that day.

    Steps are followed at once. This is for what raises no event: settings of security updated by
    hand, a workflow chosen anew. The catalog knows who views a page, not who changes it.
    """

    title = _("job_closed_pages", default="Keeping public pages to their working copies")
    order = 11

    def due(self, now):
        day = formatting.to_local(now).date().isoformat()
        return [day] if IAnnotations(site()).get(LOOKED, "") < day else []

    def do(self, key, now):
        closing.settle_all()
        IAnnotations(site())[LOOKED] = key
