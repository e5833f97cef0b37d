The De-minimis ledger knows mergers and splits of undertakings with their day, the Member State of each aid, and the tax years of the regulations until 2023.
