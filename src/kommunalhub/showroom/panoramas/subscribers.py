"""Whatever brings a panorama has it cleaned and cut."""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.showroom.panoramas import operations
from kommunalhub.showroom.panoramas.rules import BadPanorama
from kommunalhub.showroom.panoramas.validation import sentence
from plone.browserlayer.utils import registered_layers
from zExceptions import BadRequest
from zope.component.hooks import getSite
from zope.globalrequest import getRequest
from zope.i18n import translate


def panorama_may_be_new(obj, event):
    """A thing was added or changed."""
    if getSite() is None or IKommunalhubLayer not in registered_layers():
        return
    try:
        operations.notice(obj)
    except BadPanorama as bad:  # it came past the field, which would have said so there
        raise BadRequest(translate(sentence(bad), context=getRequest())) from bad
