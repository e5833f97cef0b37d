"""Values of a form, or of a service, of the kind that is asked for and of no other."""


def text_of(form, name):
    """Return a text, "" for what is none."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


def number_of(form, name):
    """Return a number of an entry, or None."""
    value = form.get(name)
    value = str(value) if isinstance(value, int) else value
    if isinstance(value, str) and value.isdecimal() and len(value) < 10:
        return int(value)
    return None


def uploads_of(form):
    """Return the files that were sent, those without a name left out."""
    sent = form.get("files") or []
    sent = sent if isinstance(sent, list) else [sent]
    return [upload for upload in sent if getattr(upload, "filename", None)]
