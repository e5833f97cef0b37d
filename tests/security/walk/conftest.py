"""The stage of the walks: one object of each type that people make, and somebody who may do all.

A walk asks thousands of times and wants nothing but an answer below 500, in time and without
eating memory. Should a request hang, the process is ended and says where it was.
"""

from kommunalhub.core import formatting
from kommunalhub.core.jobs import ledger
from kommunalhub.security.limits import budget
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.namedfile.file import NamedBlobFile
from staging import staged

import faulthandler
import pytest
import requests
import resource


PASSWORD = "vier Deiche im Regen"
#: Seconds a whole walk may take on a busy machine, and one request.
LONGEST_WALK, LONGEST_REQUEST = 3600, 300
MEMORY = 2048 * budget.MEGABYTE
PLACES = {
    "FundingConsultation": "foerderung/beratungen/malente",
    "FundingProgramme": "foerderung/programme",
    "FundingLesson": "foerderung/erfahrungen",
    "CoworkingApplication": "co-working/antraege",
    "SupportTicket": "support",
    "Device": "support/geraete",
    "Disturbance": "support/stoerungen",
    "Position": "personen",
    "Project": "projekte",
    "ExperienceReport": "netzwerk/erfahrungen",
    "Hub": "netzwerk",
    "Space": "co-working",
    "Workshop": "workshops",
    "Exhibit": "showroom",
    "Document": "",
    "News Item": "",
    "Collection": "",
    "Event": "",
    "Link": "",
}


class Walker(requests.Session):
    """Asks, and keeps what was answered with 500 and more."""

    def __init__(self, layer, things, accept):
        super().__init__()
        self.trust_env = False  # it would look for proxies at each request
        self.base = f"http://localhost:{layer['port']}/{layer['portal'].getId()}"
        self.things = things
        self.headers["Accept"] = accept
        self.failures = []
        self.asked = 0

    def ask(self, method, path, name="", **kw):
        """Return the answer of a view or service of the object at a path."""
        url = "/".join(part for part in (self.base, path, name) if part)
        answer = self.request(method, url, timeout=LONGEST_REQUEST, allow_redirects=False, **kw)
        self.asked += 1
        if answer.status_code >= 500:
            self.failures.append((method, path, name, str(kw)[:200], answer.text[:300]))
        return answer

    def told(self):
        """Return the failures, one a line."""
        return "\n".join(map(str, self.failures))

    def path_for(self, wanted):
        """Return the path of something that a registration is for, None where there is nothing."""
        for path, thing in self.things.items():
            if wanted.providedBy(thing) if hasattr(wanted, "providedBy") else wanted(thing):
                return path
        return None


def populate(portal):
    """Make them, and note on the site which they are, the site first."""
    setRoles(portal, TEST_USER_ID, ["Manager"])
    api.user.create(username="chefin", email="chefin@example.org", password=PASSWORD)
    api.user.grant_roles(username="chefin", roles=["Manager"])
    file = NamedBlobFile(b"%PDF-1.4", filename="a.pdf", contentType="application/pdf")
    made = [portal, portal["co-working"], portal["workshops"]]
    with api.env.adopt_user(username="chefin"):  # drafts are changed by who made them
        for portal_type, place in PLACES.items():
            folder = portal.restrictedTraverse(place)
            made.append(api.content.create(folder, portal_type, title="Probe"))
        made.append(api.content.create(made[3], "File", "anlage", title="Anlage", file=file))
        made.append(
            api.content.create(portal.materialien, "WorkshopMaterial", title="Probe", file=file)
        )
    made += [portal["foerderung"], portal["foerderung"]["programme"], portal["support"]]
    made += [portal["support"]["geraete"], portal["support"]["stoerungen"]]
    made += [portal["partner"]["malente"], portal["personen"]]
    made += [portal["showroom"], portal["projekte"], portal["netzwerk"]]
    # a hub that does nothing in time says so with 503, which is no failure of the page
    ledger.finish(portal, {"when": formatting.now().isoformat(), "seconds": 0, "jobs": []})
    portal.walked = ["/".join(thing.getPhysicalPath()[2:]) for thing in made]


populated = staged(populate, on="sections")


@pytest.fixture
def things(populated, functional):
    """{path: object}, the site first."""
    portal = functional["portal"]
    return {path: portal.unrestrictedTraverse(path) if path else portal for path in portal.walked}


@pytest.fixture
def walker(functional, things):
    """Return a function that opens a walk for somebody, None for a visitor."""
    walkers = []
    limits = resource.getrlimit(resource.RLIMIT_AS)
    faulthandler.dump_traceback_later(LONGEST_WALK, exit=True)
    budget.fence(MEMORY)

    def walker(name=None, accept="application/json"):
        walkers.append(Walker(functional, things, accept))
        if name:
            walkers[-1].auth = (name, PASSWORD)
        return walkers[-1]

    yield walker
    faulthandler.cancel_dump_traceback_later()
    resource.setrlimit(resource.RLIMIT_AS, limits)
    for one in walkers:
        one.close()
