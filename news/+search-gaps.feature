Trainers and the hub management see what was looked for and not found, without personal data.
