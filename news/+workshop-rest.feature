Who came to a workshop can be noted over REST; all services of workshops have examples.
