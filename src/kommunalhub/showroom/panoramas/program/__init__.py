"""The program that looks at one panorama: `python -m kommunalhub.showroom.panoramas.program`.

`look` tells what a picture is; `cut` writes its tiles and small pictures, one after the other, to a
file that it is given open (--pack), and tells on its standard output what it wrote. Standard
library and Pillow only; it opens nothing and knows nothing of the site. See lib/filetext/fences.
"""
