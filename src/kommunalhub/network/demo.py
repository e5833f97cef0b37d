"""The other hubs, as they are known in public: by their places, and nothing made up."""

from kommunalhub.core.acting import as_builder
from kommunalhub.network import storage
from kommunalhub.network import workflow
from plone.dexterity.utils import createContentInContainer


#: Where it is not sure which place of a name it is, none stands on the map.
HUBS = {
    "hennstedt": ("Hub Hennstedt", "Hennstedt", None, None),
    "wilster": ("Hub Wilster", "Wilster", "53.9231, 9.3747", None),
    "rendsburg": ("Hub Rendsburg", "Rendsburg", "54.3044, 9.6644", None),
}


def build_hubs(stage):
    """List the hubs; return how many there are."""
    folder = storage.section()
    with as_builder(stage.portal):
        for id_, (title, town, point, theme) in HUBS.items():
            if id_ not in folder.objectIds():
                said = {"region": f"{town}, Schleswig-Holstein", "point": point, "theme": theme}
                createContentInContainer(folder, workflow.HUB, id=id_, title=title, **said)
    return len(HUBS)
