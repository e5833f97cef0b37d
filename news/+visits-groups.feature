The page of visits counts groups and shows which will come; programs read it at `showroom/@visits`. The site map for search engines is on.
