Administrations vote on a case together: rules as data, a live bar, one vote each, and a complete set approves by itself.
