An experience can be made of a case as soon as the funder has accepted the statement of use, before the case is closed.
