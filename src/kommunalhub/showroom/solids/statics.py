"""Scripts and styles of 3D objects."""

from kommunalhub.showroom.statics import Statics


statics = Statics(__file__, "kommunalhub-solids")

#: What the viewer needs beyond other pages: it unpacks the pictures of an object in the browser.
SOURCES = ("img-src blob:", "connect-src blob:")
