"""Services of projects."""
