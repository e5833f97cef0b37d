Administrations ask for advice on funding („Beratung anfragen“), consultants work through a queue with one page per case, and everybody finds checked funding programmes with their deadlines.
