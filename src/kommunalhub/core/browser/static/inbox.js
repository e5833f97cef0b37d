// Keys for a list of cases; only while the list has the focus, so they disturb nothing else.
// And the steps for several cases: those that are open for all that are ticked.
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

for (const acts of document.querySelectorAll("[data-bulk=acts]")) {
  const form = acts.closest("form");
  const line = (name) => form.querySelector(`[data-bulk=${name}]`);
  const show = () => {
    const open = [...form.querySelectorAll("input[data-open]:checked")].map((box) =>
      box.dataset.open.split("\n"),
    );
    const buttons = [...acts.querySelectorAll("button")];
    for (const button of buttons)
      button.hidden = !open.length || !open.every((keys) => keys.includes(button.dataset.key));
    line("none").hidden = open.length > 0;
    line("nothing").hidden = !open.length || buttons.some((button) => !button.hidden);
  };
  form.addEventListener("change", show);
  window.addEventListener("pageshow", show);
  show();
}
