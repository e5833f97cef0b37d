// Keys for a list of cases; only while the list has the focus, so they disturb nothing else.
// Everything can be done without this file.
"use strict";

for (const list of document.querySelectorAll("[data-keys=cases]")) {
  const rows = [...list.children];
  const target = (row) => row.querySelector("input[type=checkbox]") || row.querySelector("a");
  const typing = "textarea, select, input:not([type=checkbox])";

  if (window.matchMedia("(hover: hover)").matches)
    for (const help of document.querySelectorAll("[data-keys-help]")) help.hidden = false;

  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches(typing)) return;
    const at = rows.findIndex((row) => row.contains(event.target));
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      const next = rows[at + step];
      if (next) target(next).focus();
      event.preventDefault();
    } else if (event.key === "x") {
      const box = rows[at].querySelector("input[type=checkbox]");
      if (box) box.click();
      else if (list.dataset.several)
        location.assign(`${list.dataset.several}&uids=${rows[at].dataset.uid}`);
      event.preventDefault();
    } else if (event.key === "Enter" && event.target.matches("input[type=checkbox]")) {
      location.assign(rows[at].querySelector("a").href);
      event.preventDefault();
    }
  });
}
