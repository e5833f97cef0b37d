"""Scripts and styles of tours."""

from kommunalhub.showroom.statics import Statics


FILES = Statics(__file__, "kommunalhub-tours")
