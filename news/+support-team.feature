An administration can let its people see what colleagues have reported to support: title, state and conversation, on a page of its own.
