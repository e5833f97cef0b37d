"""GET @certificates: one's own certificates, the newest first."""

from kommunalhub.core.restapi.own import OwnService
from kommunalhub.core.tools import site
from kommunalhub.workshops import certificates
from kommunalhub.workshops import letters
from kommunalhub.workshops.browser.certificates import own_keys


class CertificatesGet(OwnService):
    """`@id` is the PDF, `check` the page that tells everybody whether it is genuine."""

    def answer(self):
        portal = site()
        found = certificates.held_by(portal, *own_keys())
        base = portal.absolute_url()
        return {
            "@id": f"{base}/@certificates",
            "items": [
                {
                    "@id": f"{base}/@@{letters.CERTIFICATE_PAGE}?number={one.number}",
                    "number": one.number,
                    "code": one.code,
                    "title": one.facts["title"],
                    "issued": one.facts["issued"],
                    "valid_until": one.valid_until,
                    "check": certificates.verify_link(portal, one),
                }
                for one in found
            ],
            "items_total": len(found),
        }
