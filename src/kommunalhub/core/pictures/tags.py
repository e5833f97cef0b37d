"""A picture as HTML."""

from kommunalhub.core.kept import kept
from kommunalhub.core.pictures.rules import position
from zope.component import getMultiAdapter


def tag_of(thing, request, scale="large", css="lead-image"):
    """Return the tag of the picture of a thing in a scale, with its text; None without one."""
    if getattr(thing, "image", None) is None:
        return None
    images = getMultiAdapter((thing, request), name="images")
    return images.tag("image", scale=scale, alt=thing.image_alt, title=None, css_class=css)


def facts_of(thing):
    """Return what is told of the lead picture of a thing: {alt, focus}, plain values.

    alt is empty where the picture is for decoration, or where nobody said.
    """
    text = "" if kept(thing, "image_decorative") else (kept(thing, "image_alt") or "").strip()
    return {"alt": text, "focus": (kept(thing, "focus_x"), kept(thing, "focus_y"))}


def lead_tag(thing, request, scale="large", css="lead-image"):
    """Return the tag of the lead picture of a thing, cut around what counts; None without one."""
    if getattr(thing, "image", None) is None:
        return None
    facts = facts_of(thing)
    images = getMultiAdapter((thing, request), name="images")
    style = f"object-position: {position(facts['focus'])}"
    return images.tag(
        "image", scale=scale, alt=facts["alt"], title=None, css_class=css, style=style
    )


def listed(brain, scale="tile"):
    """Return {src, width, height} of the picture of what a catalog has found, None without one.

    For lists, where it stands beside a name and says nothing more; no object is woken.
    """
    found = (getattr(brain, "image_scales", None) or {}).get("image")
    if not found:
        return None
    data = found[0].get("scales", {}).get(scale, found[0])  # a small one is not made bigger
    src = f"{brain.getURL()}/{data['download']}"
    return {"src": src, "width": data["width"], "height": data["height"]}
