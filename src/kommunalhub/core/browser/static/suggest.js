// Answers while somebody types: a combobox (ARIA 1.2) out of every input[data-suggest].
// The form works without it; Enter with nothing chosen submits the form as ever.
"use strict";

const PAUSE = 150; // milliseconds without a key before the hub is asked
const MOST = 7;

for (const input of document.querySelectorAll("input[data-suggest]")) {
  const box = document.createElement("div");
  box.className = "suggestions";
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0]?.textContent.trim() ?? "");
  list.hidden = true;
  const status = document.createElement("span");
  status.className = "only-read";
  status.setAttribute("role", "status");
  box.append(list, status);
  input.closest(".searchline").after(box);
  const attributes = {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);

  let chosen = -1;
  let timer = 0;
  let asking = null;

  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const choose = (at) => {
    const options = [...list.children];
    chosen = at < -1 ? options.length - 1 : at >= options.length ? -1 : at;
    for (const [place, option] of options.entries()) {
      option.setAttribute("aria-selected", String(place === chosen));
    }
    if (chosen === -1) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", options[chosen].id);
      options[chosen].scrollIntoView({ block: "nearest" });
    }
  };

  const offer = (title, about, go) => {
    const option = document.createElement("li");
    option.id = `${list.id}-${list.children.length}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.append(Object.assign(document.createElement("b"), { textContent: title }));
    if (about) option.append(Object.assign(document.createElement("span"), { textContent: about }));
    option.addEventListener("mousedown", (event) => event.preventDefault());
    option.addEventListener("click", go);
    list.append(option);
  };

  const show = (answer) => {
    list.replaceChildren();
    for (const item of answer.items) {
      offer(item.title, item.about, () => window.location.assign(item.url));
    }
    const count = (text) => text.replace("#", answer.total);
    if (answer.total) offer(count(input.dataset.suggestAll), "", () => input.form.requestSubmit());
    status.textContent = count(input.dataset.suggestCount);
    list.hidden = !answer.total;
    input.setAttribute("aria-expanded", String(!list.hidden));
    choose(-1);
  };

  const ask = async () => {
    const text = input.value.trim();
    if (text.length < 2) return close();
    asking?.abort();
    asking = new AbortController();
    const query = new URLSearchParams({ SearchableText: text, perPage: MOST });
    const answer = await fetch(`${input.dataset.suggest}?${query}`, {
      credentials: "same-origin",
      signal: asking.signal,
    });
    if (answer.ok && document.activeElement === input) show(await answer.json());
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask().catch(() => {}), PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "Escape") {
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && chosen >= 0) {
      list.children[chosen].click();
    } else {
      return;
    }
    event.preventDefault();
  });
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
}
