"""What was bought with a grant and has to serve its purpose for years (Zweckbindung)."""
