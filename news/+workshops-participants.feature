Trainers see who comes and what is needed, tick who was there on a phone, write to all after looking at the letter, and take the list along as XLSX.
