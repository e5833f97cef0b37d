"""A picture as HTML."""

from zope.component import getMultiAdapter


def tag_of(thing, request, scale="large", css="lead-image"):
    """Return the tag of the picture of a thing in a scale, with its text; None without one."""
    if getattr(thing, "image", None) is None:
        return None
    images = getMultiAdapter((thing, request), name="images")
    return images.tag("image", scale=scale, alt=thing.image_alt, title=None, css_class=css)
