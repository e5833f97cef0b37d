"""What the labels of devices say: their code leads to the form that reports a disturbance of them.

The address holds the UID of the device and nothing else: it stays right when the device is renamed,
moved or given to another administration, and is no secret.
"""

from kommunalhub import _
from kommunalhub.booking.codes.marks import code_of
from kommunalhub.core.messages import filled
from kommunalhub.core.tools import site
from kommunalhub.security.address import address_of
from kommunalhub.support.devices import finding


TITLE = _("title_device_codes", default="Labels for devices")
ABOUT = _(
    "device_codes_about",
    default="Cut them out and put each on its device. Whoever scans one reports what does not "
    "work, and the device is named already.",
)
ALT = _("device_code_alt", default="QR code that leads to the report form for ${device}")
SCAN = _("device_code_scan", default="Does not work? Scan and report it")
#: So many labels at once; more are printed by choosing fewer devices.
MOST = 300


def address_to(uid):
    """Return the public address that the code of a device leads to."""
    return f"{address_of(site())}/@@stoerung-melden?device={uid}"


def codes_of(chosen, uid=""):
    """Return [{title, alt, address, code}] of the devices that were chosen, or of one of them."""
    found = finding.fitting(finding.devices(), chosen)
    return [
        {
            "title": one.label,
            "alt": filled(ALT, {"device": one.label}),
            "address": address_to(one.brain.UID),
            "code": code_of(address_to(one.brain.UID)),
        }
        for one in found
        if not uid or uid == one.brain.UID
    ][:MOST]
