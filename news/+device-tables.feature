The list of devices is written and read as CSV and XLSX, with a look at each line before anything is taken over; the mechanism of the programme library now stands in `core/exchange` for every list.
