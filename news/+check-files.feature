“Check page” tells of linked files that have no searchable text, and the box on a draft leads to what keeps it back.
