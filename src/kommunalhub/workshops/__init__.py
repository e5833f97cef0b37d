"""Schulungsunterlagen: training materials, approved before they are read."""
