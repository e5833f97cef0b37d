"""The forms of pictures: those of the house, with what is shown of a picture below it."""
