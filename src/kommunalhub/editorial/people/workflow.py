"""What positions are called by in types, permissions and states; in docs/reference/people.md."""

TYPE = "Position"
ID = "position_workflow"

OWN, SHARED, NAMELESS, NAMED = STATES = ("own", "shared", "nameless", "named")
#: The way into each state.
TRANSITIONS = {OWN: "keep", SHARED: "share", NAMELESS: "publish", NAMED: "name"}

ADD_POSITION = "kommunalhub: Add Position"
#: Who the position is held by, and how to reach them.
VIEW_PERSON = "kommunalhub: View person"
#: Editors hold Author everywhere; what they may add is told by their administrations.
ADDERS = ["Author", "HubManager", "Manager"]
