// Text blocks beside a form, see core/textblocks; without this file the search opens a list.
"use strict";

for (const part of document.querySelectorAll("[data-textblocks]")) {
  const STILL = 400; // milliseconds without a change before it is asked for
  const form = () => document.getElementById(part.dataset.form);
  const search = part.querySelector("form");
  const asked = part.querySelector("input[type=search]");
  const place = part.querySelector("[data-found]");
  const status = part.querySelector("[role=status]");
  let field = null;
  let timer = 0;
  let asking = null;

  const showButtons = () => {
    for (const button of place.querySelectorAll("[data-insert]")) button.hidden = false;
  };

  const texts = () => [...form().querySelectorAll("textarea")].map(({ value }) => value).join(" ");

  // The newest answer counts, no answer changes nothing; a text that is read stays open.
  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const q = asked.value.trim();
    const body = new URLSearchParams(q ? { q } : { text: texts().slice(0, 20000) });
    try {
      const answer = await fetch(part.dataset.textblocks, {
        method: "POST",
        body,
        signal: asking.signal,
      });
      if (!answer.ok) return;
      const fresh = document.createElement("div");
      fresh.innerHTML = await answer.text();
      if (fresh.textContent === place.textContent) return;
      const open = new Set(
        [...place.querySelectorAll("details[open] [id]")].map(({ id }) => id),
      );
      for (const text of fresh.querySelectorAll("details [id]")) {
        if (open.has(text.id)) text.closest("details").open = true;
      }
      const held = place.contains(document.activeElement) ? document.activeElement : null;
      const name = held?.dataset.insert ?? held?.parentElement.querySelector("[id]")?.id;
      place.replaceChildren(...fresh.childNodes);
      showButtons();
      const again = name && document.getElementById(name)?.closest("details");
      if (again) again.querySelector(held.dataset.insert ? "[data-insert]" : "summary").focus();
      const told = place.querySelector("[data-told]")?.textContent.trim() ?? "";
      if (status.textContent !== told) status.textContent = told;
    } catch {
      // left off for a newer question, or no network: what stands there stays
    }
  };

  const askSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, STILL);
  };

  asked.addEventListener("input", askSoon);
  search.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    ask();
  });
  // A form may be put in place anew after it was sent, so the page is listened to.
  document.addEventListener("input", ({ target }) => {
    if (!asked.value.trim() && target.matches("textarea") && form()?.contains(target)) askSoon();
  });
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches("textarea") && form()?.contains(target)) field = target;
  });

  // The text goes where the caret stands in the field that was written in last, and what is to be
  // filled in first is selected.
  part.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-insert]");
    const text = button && document.getElementById(button.dataset.insert)?.textContent;
    const into = field?.isConnected ? field : form()?.querySelector("textarea");
    if (!text || !into) return;
    const from = into.selectionStart;
    into.focus();
    into.setRangeText(text, from, into.selectionEnd, "end");
    const gap = text.match(/\[[^\]]*\]/);
    if (gap) into.setSelectionRange(from + gap.index, from + gap.index + gap[0].length);
    into.dispatchEvent(new Event("input", { bubbles: true }));
  });

  showButtons();
}
