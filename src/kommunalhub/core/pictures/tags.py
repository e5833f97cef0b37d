"""A picture as HTML."""

from zope.component import getMultiAdapter


def tag_of(thing, request, scale="large", css="lead-image"):
    """Return the tag of the picture of a thing in a scale, with its text; None without one."""
    if getattr(thing, "image", None) is None:
        return None
    images = getMultiAdapter((thing, request), name="images")
    return images.tag("image", scale=scale, alt=thing.image_alt, title=None, css_class=css)


def listed(brain, scale="tile"):
    """Return {src, width, height} of the picture of what a catalog has found, None without one.

    For lists, where it stands beside a name and says nothing more; no object is woken.
    """
    scales = getattr(brain, "image_scales", None) or {}
    found = scales.get("image") or [{}]
    data = found[0].get("scales", {}).get(scale)
    if not data:
        return None
    src = f"{brain.getURL()}/{data['download']}"
    return {"src": src, "width": data["width"], "height": data["height"]}
