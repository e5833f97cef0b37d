// Only improves: every page of ours works without this file.
"use strict";
