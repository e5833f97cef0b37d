"""Facts of an area as plain values, for clients. Pure."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def clock_text(minute):
    return f"{minute // 60:02}:{minute % 60:02}"


def spans_json(spans):
    return [[clock_text(first), clock_text(until)] for first, until in spans]


def week_json(week):
    return {name: spans_json(spans) for name, spans in zip(WEEKDAYS, week, strict=True)}


def special_json(one):
    return {
        "from": one.first.isoformat(),
        "until": one.last.isoformat(),
        "hours": spans_json(one.hours),
        "note": one.note,
    }
