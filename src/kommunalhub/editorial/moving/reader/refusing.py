"""A file that is not taken over."""


class Refused(Exception):
    """`reason` and `detail` are tokens, see said.REASONS."""

    def __init__(self, reason, detail=""):
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail
