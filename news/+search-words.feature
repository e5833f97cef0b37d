The search knows ändern and Änderung, Gremien and Gremium; where several pages in a row tell of something, that is where a hit leads.
