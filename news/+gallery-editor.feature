Pictures of a gallery are uploaded many at once, described in one form and put in order.
