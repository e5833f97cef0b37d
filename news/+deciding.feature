Who decides can ask the applicant and keep internal notes, every case tells why a step is blocked and who sees it until when, and „Meine Vorgänge“ has keys and more filters.
