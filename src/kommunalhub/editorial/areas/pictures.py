"""Pictures of an area as pages show them."""

from kommunalhub.editorial.areas.storage import area_of


#: The view that gives them, by name, and those there are.
VIEW = "bereich-bild"
NAMES = ("picture", "crest")


def shown(folder, name):
    """Return {src, width, height, text} of a picture of an area, None without one."""
    found = getattr(area_of(folder), name)
    if found is None:
        return None
    return {
        "src": f"{folder.absolute_url()}/@@{VIEW}/{name}?v={found.digest}",
        "width": found.width,
        "height": found.height,
        "text": found.text,
    }
