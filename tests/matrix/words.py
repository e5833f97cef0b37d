"""Words and places that the stage and the walk of the matrix share."""

PASSWORD = "Kornblume, Leuchtturm, Watt 43"
WORD = "Pruefstein"
JSON = {"Accept": "application/json"}
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def token(state):
    """Return a word that stands in the title of the object in this state and nowhere else."""
    return "xq" + state.replace("_", "") + "xq"
