"""GET @my-data on `support`: what support keeps of who asks."""

from kommunalhub.core import asking
from kommunalhub.support.owndata import reading
from kommunalhub.support.owndata.browser import months_in
from plone.restapi.services import Service


class MyDataGet(Service):
    """{person, reported, reported_for_you, written_elsewhere, followed}; filter: months."""

    def reply(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        found = reading.of(asking.userid(), months_in(self.request))
        return {"@id": f"{self.context.absolute_url()}/@my-data", **found}
