The printed case file of an application has the agreement of use: its facts, who accepted it, and the checksum of its PDF.
