Hubs tell each other once that there is something new, so that what is shared, asked and taken back arrives with the next run instead of a quarter of an hour later.
