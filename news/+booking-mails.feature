Who books, or for whom somebody else books, changes or cancels, gets a mail with a calendar file that updates instead of doubling.
