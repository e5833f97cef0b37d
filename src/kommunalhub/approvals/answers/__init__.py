"""What all parts of a case answer with: its page again, fields and files, errors for clients."""
