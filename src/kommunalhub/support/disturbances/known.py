"""Known disturbances beside the form that reports a problem: „mich betrifft es auch“."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.tools import site_url
from kommunalhub.support.disturbances import board
from kommunalhub.support.disturbances import proposing
from kommunalhub.support.disturbances import rules
from kommunalhub.support.interfaces import IMayHelp
from kommunalhub.support.interfaces import ISupportSection
from kommunalhub.support.learning.helping import Place
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


KNOWN = _("may_help_disturbance", default="Known disturbance")


@implementer(IMayHelp)
@adapter(ISupportSection, Interface)
class Known:
    """Before all else: those that run for who asks and say much the same."""

    order = 10

    def __init__(self, section, request):
        self.section = section

    def places(self, text):
        if asking.is_anonymous():
            return []
        wanted = proposing.words_of(text)
        return [
            Place(row.uid, row.title, f"{site_url()}/{row.path}#folgen", label=KNOWN)
            for row in board.shown()
            if rules.similar(wanted, proposing.words_of(f"{row.title} {row.text}"))
        ]
