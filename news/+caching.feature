Public pages are kept in memory until something public changes, and a page that has not changed is answered with 304; no person ever gets a page made for another.
