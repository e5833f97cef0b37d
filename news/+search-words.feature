The search knows ändern and Änderung, Gremien and Gremium, and words that mean the same inside of compounds (Hotelgäste); where several pages in a row tell of something, that is where a hit leads.
