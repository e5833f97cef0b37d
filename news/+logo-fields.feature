The hub management gives the hub a logo and the theme its fields on the page „Name, Thema und Farbe“; a colour that is too light is told with its contrast and a shade that would do.
