"""Words and places that the stage and the walk of the matrix share."""

PASSWORD = "Kornblume, Leuchtturm, Watt 43"
WORD = "Pruefstein"
JSON = {"Accept": "application/json"}
PLACES = {
    "FundingConsultation": "foerderung/beratungen/malente",
    "WorkshopMaterial": "materialien",
    "CoworkingApplication": "co-working/antraege",
    "Workshop": "workshops",
    "Document": "partner/malente",
}


def token(state):
    """Return a word that stands in the title of the object in this state and nowhere else."""
    return "xq" + state.replace("_", "") + "xq"
