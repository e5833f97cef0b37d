Spaces have prices: dated price lists by kind of space and of applicant, per hour, half a day and day; the price is frozen on the booking, and who gives back late owes a share.
