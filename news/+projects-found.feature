The search of the site finds what is public of projects, for everybody, and leads to it.
