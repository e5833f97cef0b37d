An entry of the record of a consultation can say what comes next, by whom and until when, and the next appointment, which everybody who reads the record takes into their own calendar.
