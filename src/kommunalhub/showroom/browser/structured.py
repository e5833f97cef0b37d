"""What search engines and those who share an address are told of a public exhibit."""

from kommunalhub.core.caching.revision import is_public
from kommunalhub.core.kept import kept
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.membership import get_partner
from kommunalhub.showroom import rules
from kommunalhub.showroom.reading import TOPICS
from zope.component import getMultiAdapter

import json


#: How schema.org calls the kinds.
TYPES = {
    rules.FILM: "VideoObject",
    rules.GALLERY: "ImageGallery",
    rules.SOLID: "3DModel",
    rules.LIVE: "BroadcastEvent",
}
#: Pages of the licences that have one.
LICENCES = {
    "cc0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "cc_by": "https://creativecommons.org/licenses/by/4.0/",
    "cc_by_sa": "https://creativecommons.org/licenses/by-sa/4.0/",
    "cc_by_nc": "https://creativecommons.org/licenses/by-nc/4.0/",
    "cc_by_nd": "https://creativecommons.org/licenses/by-nd/4.0/",
}


def structured(exhibit, request, parts):
    """Return the data of an exhibit for a script element of JSON, None where it is not public."""
    if not is_public(exhibit):
        return None
    topics = titles_of(TOPICS)
    partner = get_partner(kept(exhibit, "partner"))
    data = {
        "@context": "https://schema.org",
        "@type": TYPES.get(exhibit.kind, "CreativeWork"),
        "name": exhibit.Title(),
        "description": exhibit.Description(),
        "url": exhibit.absolute_url(),
        "isAccessibleForFree": True,
        "image": picture_url(exhibit, request),
        "license": LICENCES.get(exhibit.licence),
        "provider": partner and {"@type": "GovernmentOrganization", "name": partner.title},
        "about": [
            str(topics[one].default) for one in sorted(exhibit.topics or ()) if one in topics
        ],
        "dateModified": exhibit.modified().asdatetime().date().isoformat(),
    }
    for part in parts:
        for name, value in part.structured().items():
            both = isinstance(value, list) and isinstance(data.get(name), list)
            data[name] = data[name] + value if both else value
    found = {name: value for name, value in data.items() if value not in (None, "", [], {})}
    # Nothing in it can end the script element, whatever people have typed.
    return json.dumps(found, ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026")


def picture_url(exhibit, request):
    """Return the address of the poster on this site, None without one."""
    if exhibit.image is None:
        return None
    images = getMultiAdapter((exhibit, request), name="images")
    scale = images.scale("image", scale="large", pre=True)
    return scale.url if scale is not None else None
