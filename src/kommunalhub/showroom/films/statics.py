"""Script and styles of films."""

from kommunalhub.showroom.statics import Statics


statics = Statics(__file__, "kommunalhub-films")
