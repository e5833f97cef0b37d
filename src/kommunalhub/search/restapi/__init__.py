"""`@search` asks what the search page asks; `@materials` and its like ask for one kind of thing."""
