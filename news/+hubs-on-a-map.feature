The public list of hubs shows where they lie on a map that the server draws; the list beside it says the same.
