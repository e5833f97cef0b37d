Contents of other sites that somebody had shown in a page can be taken away again, on the spot.
