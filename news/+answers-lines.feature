A file of answers that is wrong is told with the line of each fault, and `kommunalhub serve --answers` makes and serves a hub of another town with one command.
