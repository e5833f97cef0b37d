"""What disturbances are called by in types and permissions; in docs/reference/support.md."""

TYPE = "Disturbance"

ADD_DISTURBANCE = "kommunalhub: Add Disturbance"
#: Who publishes, changes and ends disturbances.
PUBLISHERS = ["SupportAgent", "HubManager", "Manager"]
HELPERS = frozenset(PUBLISHERS)
