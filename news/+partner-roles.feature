Partners of a project have roles (lead, partner, operator, donor …) and say what each does, in a list of its own and over REST, instead of one text for all.
