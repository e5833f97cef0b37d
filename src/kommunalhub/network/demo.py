"""The sister hubs, as they are known in public: by their places, and nothing made up."""

from kommunalhub.core.acting import as_builder
from kommunalhub.network import storage
from kommunalhub.network import workflow
from plone.dexterity.utils import createContentInContainer


HUBS = {
    "hennstedt": ("Hub Hennstedt", "Hennstedt"),
    "wilster": ("Hub Wilster", "Wilster"),
    "rendsburg": ("Hub Rendsburg", "Rendsburg"),
}


def build_hubs(stage):
    """List the sister hubs; return how many there are."""
    folder = storage.section()
    with as_builder(stage.portal):
        for id_, (title, region) in HUBS.items():
            if id_ not in folder.objectIds():
                where = f"{region}, Schleswig-Holstein"
                createContentInContainer(folder, workflow.HUB, id=id_, title=title, region=where)
    return len(HUBS)
