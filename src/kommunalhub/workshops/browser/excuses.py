"""The form for who cannot come and is too late to give the seat back."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.workshops import excusing
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


TOLD = _("done_excused", default="The trainers know that you cannot come. Thank you for saying so.")


class Excusing:
    """Part of a page that shows a registration; its templates show the macro of excuse.pt."""

    excuses = ViewPageTemplateFile("templates/excuse.pt")
    longest_excuse = excusing.LONGEST

    def excused_on(self, one):
        """Return when a Registration was excused, None for who still comes."""
        return formatting.moment(one.excused) if one.excused else None
