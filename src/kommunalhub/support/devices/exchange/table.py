"""What the table of devices is like."""

from kommunalhub import _
from kommunalhub.core.exchange.table import Table
from kommunalhub.core.exchange.words import Words
from kommunalhub.core.tools import catalog
from kommunalhub.partners.interfaces import IPartnered
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import short_title_of
from kommunalhub.support.devices import finding
from kommunalhub.support.devices import operations
from kommunalhub.support.devices import rules
from kommunalhub.support.devices import workflow
from kommunalhub.support.devices.interfaces import IDevice


NAME = "device-imports"


class Devices(Table):
    """The list of devices; those in a file are found again by their inventory number."""

    name = NAME
    type = workflow.TYPE
    schemata = (IDevice, IPartnered)
    key = "number"
    names = (
        *("number", "title", "kind", "partner", "place", "person", "space", "condition"),
        *("purchased", "warranty", "remark"),
    )
    facts = "device_facts"
    sheet, file = "Geräte", "geraete"
    words = Words(
        no_key=_("devices_no_number", default="The inventory number is missing."),
        twice=_("devices_twice", default="The inventory number stands in line ${line} already."),
        several=_(
            "devices_several", default="Several devices have this number; please mend that first."
        ),
        not_yours=_(
            "devices_not_yours", default="There is such a device, and you may not change it."
        ),
        no_columns=_(
            "devices_no_columns",
            default="The first line must name the columns, „Inventarnummer“ among them. The "
            "easiest way is to begin with an export.",
        ),
        many=_("devices_many", default="There are more than 5000 devices in the file."),
    )

    def folder(self):
        return operations.folder_of_devices()

    def found(self, form):
        found = finding.fitting(finding.devices(), finding.chosen_in(form))
        return [one.brain for one in found]

    def folded(self, key):
        return rules.folded(key)

    def titles(self, field):
        """Administrations and spaces go by their names."""
        if field.__name__ == "partner":
            return {partner: short_title_of(partner) for partner in partner_ids()}
        if field.__name__ == "space":
            return {brain.UID: brain.Title for brain in catalog()(portal_type=operations.SPACE)}
        return super().titles(field)
