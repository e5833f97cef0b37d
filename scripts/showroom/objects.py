"""Make the 3D object and its described views: `python objects.py MEDIA [VIEW …]`."""

from churn import scene
from churn import VIEWS
from churn import write
from pathlib import Path
from render import compiled
from render import draw

import sys
import tempfile


if __name__ == "__main__":
    media = Path(sys.argv[1])
    write(media / "butterfass.glb")
    with tempfile.TemporaryDirectory() as folder:
        program = compiled(Path(folder))
        for name in sys.argv[2:] or VIEWS:
            view = VIEWS[name]
            draw(program, scene(view), media / f"butterfass-{name}.jpg", 1000, 750, 6, 82)
