"""Pages of funding: the section, programmes, asking for advice, consultations."""
