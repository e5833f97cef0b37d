A new offer is one folder and one utility: the home page, „Mein Hub“, the search and the structure of the site read what it registers.
