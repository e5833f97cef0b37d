"""How a space is released: as a page of the administration that houses it."""

from kommunalhub.approvals.pages import page_process


SPACES = page_process("Space")
