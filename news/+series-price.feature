The total of a series is shown before it is booked, the new price before a booking is changed, and both stand in the mails; a space can be free of charge for everybody.
