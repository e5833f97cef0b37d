"""What is found in a text, and why it is left out."""

from dataclasses import dataclass


#: Why a place of a text is left out.
NAME, MAIL, PHONE, ACCOUNT, NUMBER, STREET, BIRTH, PLACE, DEVICE = REASONS = (
    "name",
    "mail",
    "phone",
    "account",
    "number",
    "street",
    "birth",
    "place",
    "device",
)


@dataclass(frozen=True)
class Span:
    """A place of a text, text[start:end], and why it is left out: one of REASONS."""

    start: int
    end: int
    reason: str
