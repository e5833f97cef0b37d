"""All contents of the site, or of a folder of it, written as plone.exportimport reads them.

It holds what is internal, so nobody but the account that writes it may open its folder.
"""

from argparse import Namespace
from collections import Counter
from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.core.tools import site
from kommunalhub.editorial.checks.interfaces import IChecked
from kommunalhub.editorial.moving import slots
from kommunalhub.editorial.moving.refusals import MovingRefused
from kommunalhub.editorial.moving.sources import SLOTS
from pathlib import Path
from plone.exportimport.exporters.content import ContentExporter
from plone.exportimport.exporters.redirects import RedirectsExporter
from plone.exportimport.exporters.relations import RelationsExporter
from plone.exportimport.exporters.translations import TranslationsExporter
from plone.uuid.interfaces import IUUID
from Products.CMFCore.interfaces import ISiteRoot

import json
import logging


logger = logging.getLogger(__name__)

#: Things between two times that the connection's cache is emptied.
STRETCH = 200
README = "LIESMICH.txt"
#: What stands elsewhere than on the contents themselves, in the words of the file that says so.
LEFT_OUT = (
    _("export_lacks_people", default="People, their passwords, groups and who stands in for whom"),
    _(
        "export_lacks_journals",
        default="Journals of the cases, their hash chains, and who has confirmed reading a page",
    ),
    _(
        "export_lacks_ledgers",
        default="Bookings, registrations for workshops, comments, answers and votes",
    ),
    _("export_lacks_dates", default="Dates of events that were moved or called off one by one"),
    _("export_lacks_versions", default="Earlier versions, working texts and the trash"),
    _("export_lacks_settings", default="Settings of the site, opening hours and blocks of areas"),
)
INTRODUCTION = _(
    "export_introduction",
    default="These are contents of the hub as plone.exportimport reads and writes them. What is"
    " internal is among them: keep the folder where nobody else can read it. It is no backup.",
)
NOT_IN_IT = _("export_not_in_it", default="It does not have:")
NOT_WRITTEN = _("export_not_written", default="These could not be written:")


class TargetRefused(MovingRefused):
    """The folder that an export would go into has something in it."""


NOT_EMPTY = _("export_not_empty", default="There is something in that folder already.")


class Contents(ContentExporter):
    """As Plone's; what cannot be written is named and stops nothing."""

    def __init__(self, portal, tell=None):
        super().__init__(portal)
        self.tell, self.written, self.left, self.said = tell, Counter(), [], {}

    def dump_one(self, obj):
        path = "/".join(obj.getPhysicalPath())
        try:
            written = super().dump_one(obj)
        except Exception:  # of whatever type, from whatever add-on
            logger.exception("%s could not be exported", path)
            self.left.append(path)
            return None
        self.written[obj.portal_type] += 1
        if IChecked.providedBy(obj) and (said := slots.told_with(obj)):
            self.said[IUUID(obj)] = said
        count = sum(self.written.values())
        if count % STRETCH == 0:
            self.site._p_jar.cacheGC()
            if self.tell is not None:
                self.tell(count)
        return written


def export(place, target, tell=None):
    """Write what stands in a place into a folder; return (Counter of types, paths left out).

    tell: called with how many are written. Raises TargetRefused.
    """
    target = Path(target)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise TargetRefused(NOT_EMPTY)
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    target.chmod(0o700)
    query = None
    if not ISiteRoot.providedBy(place):
        query = {"path": "/".join(place.getPhysicalPath())}
    options = Namespace(query=query, include_revisions=False)
    contents = Contents(site(), tell)
    contents.export_data(target, options=options)
    for exporter in (RedirectsExporter, RelationsExporter, TranslationsExporter):
        exporter(site()).export_data(target, options=options)
    (target / SLOTS).write_text(json.dumps(contents.said, ensure_ascii=False), encoding="utf-8")
    (target / README).write_text(told_in(contents.left), encoding="utf-8")
    return contents.written, contents.left


def told_in(left):
    """Return what the file beside the contents says."""
    lines = [in_site_language(INTRODUCTION), "", in_site_language(NOT_IN_IT)]
    lines += [f"- {in_site_language(one)}" for one in LEFT_OUT]
    if left:
        lines += ["", in_site_language(NOT_WRITTEN), *(f"- {path}" for path in left)]
    return "\n".join(lines) + "\n"
