"""Looking again at Mein Hub and the sections costs nothing, and nobody sees an old number."""

from core.caching.test_persons import case  # noqa: F401
from core.caching.test_persons import client  # noqa: F401
from core.caching.test_persons import kept  # noqa: F401
from core.caching.test_persons import make
from core.caching.test_persons import populated  # noqa: F401
from core.caching.test_persons import process  # noqa: F401
from core.caching.test_persons import travel  # noqa: F401
from core.caching.test_persons import web  # noqa: F401
from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.core.tally import flushing
from kommunalhub.core.tally import operations as tally
from kommunalhub.materials.library import counting
from kommunalhub.partners.substitution import operations as substitution
from plone import api

import pytest
import transaction


PAGES = ("", "foerderung", "foerderung/programme", "materialien", "co-working", "partner")
PERSON = "malente-pruefung"


def looked_again(kept, path, tag, person=PERSON):  # noqa: F811
    return kept(person, path, **{"If-None-Match": tag}).status_code


@pytest.fixture
def tags(web, case, kept):  # noqa: F811
    """{address: validator} of what the reviewer has looked at."""
    found = {path: kept(PERSON, path).headers["ETag"] for path in PAGES}
    assert len(set(found.values())) == len(PAGES)
    return found


def test_looking_again_is_answered_without_the_page(kept, tags):  # noqa: F811
    assert {path: looked_again(kept, path, tag) for path, tag in tags.items()} == dict.fromkeys(
        PAGES, 304
    )


def test_any_change_of_content_makes_pages_anew(web, travel, kept, tags):  # noqa: F811
    transaction.begin()
    make(web, travel)
    transaction.commit()
    assert {looked_again(kept, path, tag) for path, tag in tags.items()} == {200}


def test_a_decision_of_somebody_else_makes_mein_hub_anew(web, case, kept, tags):  # noqa: F811
    transaction.begin()
    with api.env.adopt_user(username="hubleitung"):
        case.reindexObject(idxs=["due"])
    transaction.commit()
    assert looked_again(kept, "", tags[""]) == 200


def test_a_substitution_makes_mein_hub_anew(web, kept, tags):  # noqa: F811
    transaction.begin()
    now = formatting.now()
    with api.env.adopt_user(username="hubleitung"):
        substitution.name("malente-pruefung", "malente-redaktion", now, now + timedelta(days=2))
    transaction.commit()
    assert looked_again(kept, "", tags[""]) == 200


def test_a_new_name_makes_pages_anew(web, kept, tags):  # noqa: F811
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        api.user.get(userid=PERSON).setMemberProperties({"fullname": "Nina Neuname"})
    transaction.commit()
    again = kept(PERSON, "", **{"If-None-Match": tags[""]})
    assert (again.status_code, "Nina Neuname" in again.text) == (200, True)


def test_what_is_used_makes_the_library_anew(web, kept, tags):  # noqa: F811
    transaction.begin()
    uid = web["materialien"].UID()
    flushing.write(web, {(counting.VIEWS, tally.today(), uid): 3})
    transaction.commit()
    assert looked_again(kept, "materialien", tags["materialien"]) == 200
    assert looked_again(kept, "co-working", tags["co-working"]) == 304
