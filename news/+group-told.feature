The hub management and the editors of an exhibit are told of visits of groups, and a group is told when the house cancels its visit.
