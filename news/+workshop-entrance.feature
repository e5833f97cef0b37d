Participants show a code at the entrance of a workshop, trainers scan it with their phone; sending again does no harm.
