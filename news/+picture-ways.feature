Earlier versions have the time of the hub’s clock, those of the demo too; from pictures in a text and from uploaded ones a way leads to choosing what is shown.
