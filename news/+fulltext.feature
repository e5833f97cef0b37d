Search reads German: plurals, compounds and their parts, umlauts typed either way, phrases in quotes, minus and star, whole questions, and what was meant by a typing error; the best hit comes first.
