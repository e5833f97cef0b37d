"""What positions are called by in types, permissions and states; in docs/reference/people.md."""

TYPE = "Position"
ID = "position_workflow"

OWN, SHARED, PUBLIC, NAMED = STATES = ("own", "shared", "public", "named")
#: The way into each state.
TRANSITIONS = {OWN: "keep", SHARED: "share", PUBLIC: "publish", NAMED: "name"}

ADD_POSITION = "kommunalhub: Add Position"
#: Who the position is held by, and how to reach them.
VIEW_PERSON = "kommunalhub: View person"
#: Editors hold Author everywhere; what they may add is told by their administrations.
ADDERS = ["Author", "HubManager", "Manager"]
