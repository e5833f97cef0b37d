The materials are a library: by topic with counts, newest, used most, to be checked, with a search of its own.
