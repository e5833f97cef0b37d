A control panel sets how long offers of spaces stand, when people are reminded, and how long it is known who had booked.
