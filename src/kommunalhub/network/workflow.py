"""What hubs and copies are called by in types, permissions and states."""

HUB, COPY = "Hub", "SharedCopy"
LISTED, RELEASED = "listed", "released"

ADD_HUB = "kommunalhub: Add Hub"
#: Links to other hubs, keys, the log.
MANAGE = "kommunalhub: Manage network"
#: Share things, look through what came, release it.
EXCHANGE = "kommunalhub: Exchange with hubs"
KEEPERS = ["HubManager", "Manager"]
