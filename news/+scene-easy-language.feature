Each scene of a tour can be told in Leichter Sprache, on its page, in the list and over REST.
