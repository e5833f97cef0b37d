"""Results: what was applied for, granted, drawn and paid back, and what of it everybody may read.

`@@ergebnisse` counts the cases that who asks may see, by administration, topic, funder and year.
`@@was-der-hub-gebracht-hat` shows figures that were frozen on the day of publication, with no case
in them (see rules.joined).
"""
