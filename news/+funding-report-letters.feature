Who reported a programme is written to when it stands in the catalogue, or why it was left out.
