"""What may be written over REST: the fields that the form of the type offers to this person."""
