"""`film` in the JSON of a film: where its files are, how long it is, what is said in it."""

from kommunalhub.search.reading.restapi import SerializeWithReading
from kommunalhub.showroom.films import operations
from kommunalhub.showroom.films import shown


NAMES = (
    *("url", "media_type", "seconds", "is_video", "has_sound"),
    *("captions_url", "described_url"),
)


class SerializeFilm(SerializeWithReading):
    """The JSON of a thing with a file, and the film."""

    def __call__(self, *args, **kwargs):
        result = super().__call__(*args, **kwargs)
        result["film"] = film_as_data(self.context)
        return result


def film_as_data(film):
    """Return a film as plain data."""
    known = shown.facts(film)
    said = operations.transcript_of(film)
    return {
        **{name: known[name] for name in NAMES},
        "transcript": [
            {"second": one.second, "voice": one.voice, "text": one.text} for one in said
        ],
    }
