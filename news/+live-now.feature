While a livestream runs, the home page says so; pages that are kept in memory change with its beginning and its end.
