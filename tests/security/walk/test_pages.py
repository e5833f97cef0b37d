"""No view answers a hostile address with 500, for visitors and for who manages the site."""

from security.walk import doors

import pytest


QUERIES = (
    "",
    "?b_start=x&b_size=x&path=x&date=x&mode=x&id=x&name=x&query=[&batch=[&attributes=[&selection=x"
    "&folder=x&sort_on=x&x=5&form.widgets.title:list=x&_authenticator=x",
    "?b_start:int=5&date:list=a&date:list=b&mode:list=x&query:list=a&query:list=b&name:list=a"
    "&SearchableText:list=a&r.query:record=x&q.x:record=5&id:list=a&form.submitted=1"
    "&form.button.x=1&came_from:list=a&came_from:list=b",
)
#: What changes the site when it is called, or takes long.
NEVER = ("delete", "logout", "install", "upgrade", "clear", "purge", "index", "rebuild", "migrat")


@pytest.mark.parametrize("name", [None, "chefin"])
def test_every_view(walker, name):
    walk = walker(name, accept="text/html")
    for view, wanted in doors.views():
        path = walk.path_for(wanted)
        if path is None or any(word in view for word in NEVER):
            continue
        for query in QUERIES:
            walk.ask("GET", path, f"@@{view}{query}")
    assert not walk.failures, walk.told()
    assert walk.asked > 450
