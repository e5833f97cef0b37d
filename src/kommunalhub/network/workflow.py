"""What hubs and copies are called by in types, permissions and states."""

HUB, COPY = "Hub", "SharedCopy"
LISTED, RELEASED = "listed", "released"

ADD_HUB = "kommunalhub: Add Hub"
#: Links to other hubs, keys, the log.
MANAGE = "kommunalhub: Manage network"
#: Share things, look through what came, release it.
EXCHANGE = "kommunalhub: Exchange with hubs"
#: What a hub is called, and what the list says of it.
MANAGE_IDENTITY = "kommunalhub: Manage partners"
KEEPERS = ["HubManager", "Manager"]
