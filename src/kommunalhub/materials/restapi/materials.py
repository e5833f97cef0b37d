"""GET @materials: the library of materials, to search in."""

from kommunalhub.search.restapi.listed import ListedGet


class MaterialsGet(ListedGet):
    """All that the person may see, see ListedGet."""

    always = {"art": ["WorkshopMaterial"]}
