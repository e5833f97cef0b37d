"""Why something that another hub sent is not taken: one word for each reason."""

MALFORMED = "malformed"
TOO_BIG = "too_big"
TOO_DEEP = "too_deep"
WRONG_VERSION = "wrong_version"
UNSIGNED = "unsigned"
TAMPERED = "tampered"
UNKNOWN_KEY = "unknown_key"
WRONG_HUB = "wrong_hub"
EXPIRED = "expired"
TOO_EARLY = "too_early"
REPLAYED = "replayed"
UNSAFE_HTML = "unsafe_html"
REASONS = (
    *(MALFORMED, TOO_BIG, TOO_DEEP, WRONG_VERSION, UNSIGNED, TAMPERED, UNKNOWN_KEY, WRONG_HUB),
    *(EXPIRED, TOO_EARLY, REPLAYED, UNSAFE_HTML),
)


class Refused(ValueError):
    """Something is not taken; reason: one of REASONS, detail: for technicians."""

    def __init__(self, reason, detail=""):
        super().__init__(reason, detail)
        self.reason, self.detail = reason, detail
