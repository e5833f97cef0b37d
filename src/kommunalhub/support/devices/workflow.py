"""What devices are called by in types, permissions and states; in docs/reference/support.md."""

TYPE = "Device"
ID = "device_workflow"
LISTED = "listed"

ADD_DEVICE = "kommunalhub: Add Device"
#: Who keeps the list.
KEEPERS = ["SupportAgent", "HubManager", "Manager"]

IN_USE, SPARE, REPAIR, RETIRED = CONDITIONS = ("in_use", "spare", "repair", "retired")
