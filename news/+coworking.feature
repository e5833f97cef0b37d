Administrations, start-ups, companies and single persons apply for a workplace („Arbeitsplatz beantragen“); the host decides, for applicants from outside with the consent of the operator.
