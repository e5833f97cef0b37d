Every page has a responsible function and is reviewed from time to time: due ones stand in „Meine Vorgänge“ with one click to keep, change or take them offline, and one mail tells of all of them.
