Bookings are read from a table (CSV, XLSX) after a look at what becomes of each line; all of them are booked or none.
