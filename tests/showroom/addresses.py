"""Every address below an exhibit, and the right it needs: {name: (address, headers, right)}.

`sees` and `edits` as in the matrix. `completes`: who may bring what was promised. `cares`: who is
told what is missing. `public`: there only while everybody sees the exhibit. `nobody`: no page.
"""

from matrix.words import JSON


ADDRESSES = {
    # The exhibit.
    "page": ("", {}, "sees"),
    "view": ("/view", {}, "sees"),
    "over REST": ("", JSON, "sees"),
    "form": ("/edit", {}, "edits"),
    "poster": ("/@@images/image/large", {}, "sees"),
    "whole poster": ("/@@download/image", {}, "sees"),
    "shown poster": ("/@@display-file/image", {}, "sees"),
    "tour over REST": ("/@tour", JSON, "sees"),
    "gaps over REST": ("/@gaps", JSON, "cares"),
    "tour's editor": ("/@@rundgang-bearbeiten", {}, "edits"),
    "pictures' editor": ("/@@bilder-bearbeiten", {}, "edits"),
    "form of a livestream": ("/@@livestream", {}, "completes"),
    # Of livestreams alone, see live/test_live.py.
    "form of a recording": ("/@@aufzeichnung", {}, "nobody"),
    "for other sites": ("/@@einbetten", {}, "public"),
    "for museums": ("/@@lido.xml", {}, "public"),
    "on the screen": ("/@@bildschirm", {}, "public"),
    # Without a hall there are no visits of groups, see test_groups.py.
    "group's visit over REST": ("/@group-visit", JSON, "nobody"),
    "group's form": ("/@@gruppe-anmelden", {}, "nobody"),
    "group's link": ("/@@gruppe-bestaetigen", {}, "sees"),
    **{
        f"form for a new {name}": (f"/++add++{name}", {}, "edits")
        for name in ("Scene", "Film", "Solid", "ExhibitPicture")
    },
    # A picture leads to its place in the exhibit.
    "picture's page": ("/herd/view", {}, "sees"),
    "picture": ("/herd/@@images/image/large", {}, "sees"),
    "whole picture": ("/herd/@@download/image", {}, "sees"),
    "picture over REST": ("/herd", JSON, "sees"),
    "form of the picture": ("/herd/edit", {}, "edits"),
    "picture on the screen": ("/herd/@@bildschirm", {}, "public"),
    # A film.
    "film's page": ("/muehle/view", {}, "sees"),
    "film": ("/muehle/@@media-file/film", {}, "sees"),
    "film's beginning": ("/muehle/@@media-file/film", {"Range": "bytes=0-3"}, "sees"),
    "described film": ("/muehle/@@media-file/described", {}, "sees"),
    "captions": ("/muehle/@@media-file/captions", {}, "sees"),
    "whole film": ("/muehle/@@download/file", {}, "sees"),
    "whole captions": ("/muehle/@@download/captions", {}, "sees"),
    "film's poster": ("/muehle/@@images/image/large", {}, "sees"),
    "film over REST": ("/muehle", JSON, "sees"),
    "form of a film": ("/muehle/edit", {}, "edits"),
    "form for captions": ("/muehle/@@nachreichen", {}, "completes"),
    "film on the screen": ("/muehle/@@bildschirm", {}, "public"),
    # A scene.
    "scene": ("/diele", {}, "sees"),
    "scene's page": ("/diele/view", {}, "sees"),
    "viewer's data": ("/diele/@@rundblick.json", {}, "sees"),
    "tile": ("/diele/@@kachel/0/0_0", {}, "sees"),
    "whole in little": ("/diele/@@kachel/preview", {}, "sees"),
    "whole panorama": ("/diele/@@download/panorama", {}, "sees"),
    "shown panorama": ("/diele/@@display-file/panorama", {}, "sees"),
    "scene over REST": ("/diele", JSON, "sees"),
    "form of a scene": ("/diele/edit", {}, "edits"),
    "scene's points": ("/diele/@@punkte", {}, "edits"),
    "form of a way": ("/diele/@@weg", {}, "edits"),
    "form of a detail": ("/diele/@@einzelheit", {}, "edits"),
    "form of the first view": ("/diele/@@erster-blick", {}, "edits"),
    "scene on the screen": ("/diele/@@bildschirm", {}, "public"),
    "scene for other sites": ("/diele/@@einbetten", {}, "public"),
    # An object in 3D, and a view of it.
    "solid's page": ("/fass/view", {}, "sees"),
    "solid's file": ("/fass/@@solid-file", {}, "sees"),
    "whole solid": ("/fass/@@download/file", {}, "sees"),
    "solid over REST": ("/fass", JSON, "sees"),
    "form of a solid": ("/fass/edit", {}, "edits"),
    "form for a new view": ("/fass/++add++SolidView", {}, "edits"),
    "solid on the screen": ("/fass/@@bildschirm", {}, "public"),
    "view's page": ("/fass/oben/view", {}, "sees"),
    "view's picture": ("/fass/oben/@@images/image/large", {}, "sees"),
    "whole picture of a view": ("/fass/oben/@@download/image", {}, "sees"),
    "view over REST": ("/fass/oben", JSON, "sees"),
    "form of a view": ("/fass/oben/edit", {}, "edits"),
    # There it stands on the screen of the object.
    "view on the screen": ("/fass/oben/@@bildschirm", {}, "nobody"),
}
