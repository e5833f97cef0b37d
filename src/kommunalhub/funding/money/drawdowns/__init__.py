"""Drawdowns (Mittelabrufe): asked for, received, and what was paid back."""
