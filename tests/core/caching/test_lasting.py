"""Files with a hash in their address are kept for a year, others for a day."""

from kommunalhub.core.caching.lasting import LASTING
from kommunalhub.core.statics import fingerprint

import pytest
import requests


BUNDLE = "++plone++static/bundle-plone/bundle.min.js"


@pytest.fixture
def cache_control(functional):
    """Return a function that gives the Cache-Control of an address of the site."""
    site = f"http://localhost:{functional['port']}/{functional['portal'].getId()}"

    def cache_control(path):
        answer = requests.get(f"{site}/{path}", timeout=30)
        assert answer.status_code == 200, path
        return answer.headers["Cache-Control"]

    return cache_control


def test_the_hash_makes_the_difference(cache_control):
    ours = "++resource++kommunalhub/forms.js"
    assert cache_control(f"++webresource++0123-4567/{BUNDLE}") == LASTING
    assert cache_control(f"{ours}?v={fingerprint('forms.js')}") == LASTING
    for path in (BUNDLE, ours, f"{ours}?v=", f"{ours}?v=0123456789ab"):
        assert cache_control(path) != LASTING
        assert "immutable" not in cache_control(path)
