Times of spaces have a waiting list: what somebody gives back is kept for who waited first, until
they take it or their time to answer is over (`kommunalhub.booking_offer_hours`); then the next gets it.
