"""@consents on a case."""
