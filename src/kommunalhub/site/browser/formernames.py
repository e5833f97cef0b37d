"""Addresses with names in their query that have other names today: links and bookmarks still lead.

All names are in docs/reference/parameters.md, why they are English in docs/decisions/parameters.md.
"""

from kommunalhub.core.reading import READING
from kommunalhub.interfaces import IKommunalhubLayer
from urllib.parse import parse_qsl
from urllib.parse import urlencode
from zExceptions import Redirect


#: {page: {what a parameter of it was called: what it is called}}
FORMER = {
    "barriere-melden": {"seite": "where"},
    "coworking-applications": {"stand": "state"},
    "mitteilungen": {"nur": "only"},
}


def lead_to_new_names(event):
    """Lead from an old address to the same page under its new names (IPubAfterTraversal)."""
    request = event.request
    if request.get("REQUEST_METHOD") not in READING or not IKommunalhubLayer.providedBy(request):
        return
    former = FORMER.get(getattr(request.get("PUBLISHED"), "__name__", None), {})
    if former.keys() & request.form.keys():
        asked = parse_qsl(request.get("QUERY_STRING", ""), keep_blank_values=True)
        query = urlencode([(former.get(name, name), value) for name, value in asked])
        raise Redirect(f"{request['ACTUAL_URL']}?{query}")
