A changed shared text asks the editors of each administration to look at what they filled in; the search finds the page by the values of all of them.
