After a workshop what people need is erased, and after six months (registry record kommunalhub.workshops_retention_months) who they were; the numbers stay.
