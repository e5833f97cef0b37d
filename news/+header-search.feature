On a wide screen the header of every page has the search field, with answers while somebody types.
