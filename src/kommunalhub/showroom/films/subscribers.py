"""Whatever brings a film has it looked at before it is stored."""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.showroom.films import boxes
from kommunalhub.showroom.films import cues
from kommunalhub.showroom.films import operations
from kommunalhub.showroom.films.validation import CUES
from kommunalhub.showroom.films.validation import sentence
from kommunalhub.showroom.media import exhibit_of
from kommunalhub.showroom.operations import look_anew
from kommunalhub.showroom.operations import make_picture_anew
from plone.browserlayer.utils import registered_layers
from zExceptions import BadRequest
from zope.component.hooks import getSite
from zope.globalrequest import getRequest
from zope.i18n import translate


def film_sent(film, event):
    """A film was added or changed."""
    if getSite() is None or IKommunalhubLayer not in registered_layers():
        return
    make_picture_anew(film)
    try:
        operations.take(film)
    except boxes.BadFilm as bad:  # it came past the fields, which would have said so there
        raise BadRequest(translate(sentence(bad), context=getRequest())) from bad
    except cues.BadCues as bad:
        raise BadRequest(translate(CUES[bad.problem], context=getRequest())) from bad
    exhibit = exhibit_of(film)
    if exhibit is not None:  # whose own subscriber came before anybody knew what film it is
        look_anew(exhibit)
