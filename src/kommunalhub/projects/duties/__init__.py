"""What somebody has to see to in projects, on „Mein Hub“ and in „Meine Vorgänge“."""
