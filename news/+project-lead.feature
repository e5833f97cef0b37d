The lead of a running project goes to another partner once all have agreed, by the form and over REST; who joins, leaves or leads is told by bell and mail.
