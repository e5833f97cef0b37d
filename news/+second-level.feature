Support hands tickets over to the second level: what goes along is shown first, without personal data unless the person agrees, and the second level sees nothing else.
