"""Fördermittelberatung: funding programmes and consultations."""
