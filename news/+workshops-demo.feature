The demo has a programme of workshops: held, full, open, closed, called off, in review.
