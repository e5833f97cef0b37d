// Files one after the other, each with its line; see editorial/writing/uploading. Without this file
// they go in one form.
"use strict";

for (const form of document.querySelectorAll("form[data-upload]")) {
  const chosen = form.querySelector("input[type=file]");
  const button = form.querySelector("button[type=submit]");
  const progress = form.querySelector("[data-progress]");
  const bar = progress.querySelector("progress");
  const count = progress.querySelector("[data-count]");
  const status = form.querySelector("[role=status]");
  const results = document.querySelector("[data-results]");
  const list = results.querySelector("ol");
  const line = document.querySelector("template[data-line]").content.firstElementChild;
  const lost = document.querySelector("template[data-failed]").content.textContent.trim();

  const sentence = document.querySelector("template[data-said]").content.textContent.trim();
  const said = (done, all, refused) =>
    sentence.replace("{done}", done).replace("{all}", all).replace("{refused}", refused);

  const send = async (file) => {
    const body = new FormData(form);
    body.delete(chosen.name);
    body.append(chosen.name, file);
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        headers: { "X-Hub-Upload": "1" },
        body,
      });
      const [told] = await answer.json();
      return told;
    } catch {
      return { name: file.name, url: "", problem: lost };
    }
  };

  const show = ({ name, url, problem, known, cut }) => {
    const shown = line.cloneNode(true);
    const [link, shows] = shown.querySelectorAll("a");
    const [taken, there, refused, why, whose] = shown.querySelectorAll("span");
    const tags = [taken, there, refused];
    link.textContent = name;
    if (url) link.href = url;
    else link.replaceWith(name);
    const right = problem ? refused : known ? there : taken;
    for (const tag of tags) if (tag !== right) tag.remove();
    if (problem) why.textContent = problem;
    else why.remove();
    if (cut) {
      shows.href = cut;
      whose.textContent = `: ${name}`;
    } else shows.remove();
    list.append(shown);
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const files = [...chosen.files];
    if (!files.length || button.disabled) return;
    button.disabled = true;
    list.replaceChildren();
    results.hidden = progress.hidden = false;
    bar.max = files.length;
    let refused = 0;
    for (const [number, file] of files.entries()) {
      const told = await send(file);
      if (told.problem) refused += 1;
      show(told);
      bar.value = number + 1;
      count.textContent = said(number + 1, files.length, refused);
      // A reader is told now and then, and at the end.
      if ((number + 1) % 25 === 0 || number + 1 === files.length)
        status.textContent = count.textContent;
    }
    button.disabled = false;
    form.reset();
    results.querySelector("h2").tabIndex = -1;
    results.querySelector("h2").focus();
  });
}
