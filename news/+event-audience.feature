Events can be for some people only, as pages and news can: no calendar, feed, file, search or hint shows them to others.
