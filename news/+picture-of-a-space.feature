A space has a picture, shown on its page and where it is booked, and never without a text for people who do not see it.
