Choose in the form what is shown of a picture: cut freely or in a shape, turned upright, by mouse, finger, keyboard or numbers; the picture itself is kept.
