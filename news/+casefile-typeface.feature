The case file is set in the typeface of the hub and bears its mark, with a text for those who listen; it stays PDF/UA-1.
