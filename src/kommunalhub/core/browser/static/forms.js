// Only improves: every form of ours works without this file.
"use strict";

const form = () => document.querySelector("form.hubform");

// Who made a mistake begins at the list of what is wrong.
const tellWhatIsWrong = () => {
  const first = document.querySelector(".hubform [autofocus]");
  if (first) first.focus();
};

// A list is filtered while one types; what is chosen stays.
const filterLists = () => {
  for (const input of form().querySelectorAll("input[data-filters]")) {
    const field = document.getElementById(input.dataset.filters);
    const picks = [...field.querySelectorAll(".choices .pick")];
    if (!picks.length || picks.length < 13) continue; // a part of the list: the button knows all
    input.parentElement.querySelector("button").hidden = true;
    const told = form().querySelector(`[data-filtered="${input.dataset.filters}"]`);
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLowerCase();
      let shown = 0;
      for (const pick of picks) {
        const fits = pick.textContent.toLowerCase().includes(wanted);
        pick.hidden = !fits && !pick.querySelector("input").checked;
        if (!pick.hidden) shown += 1;
      }
      told.textContent = told.textContent.replace(/\d+/, shown);
    });
  }
};

// Files are dropped, chosen bit by bit, and taken out again; each is looked at before it is sent.
const size = (bytes) =>
  bytes < 1e6
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1048576).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })} MB`;

const problemOf = (file, input) => {
  const { kinds, megabytes, tooBig, wrongKind } = input.dataset;
  const ending = file.name.split(".").pop().toLowerCase();
  if (kinds && !kinds.split(" ").includes(ending)) return wrongKind;
  if (megabytes && file.size > megabytes * 1048576) return tooBig.replace("MB", megabytes);
  return "";
};

const keepFiles = (input, files) => {
  const kept = new DataTransfer();
  for (const file of files) kept.items.add(file);
  input.files = kept.files;
};

const showFiles = (input) => {
  const box = input.closest(".drop");
  box.querySelector("ul")?.remove();
  if (!input.multiple || !input.files.length) return;
  const list = document.createElement("ul");
  [...input.files].forEach((file, index) => {
    const row = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = `${file.name} (${size(file.size)})`;
    row.append(name);
    const problem = problemOf(file, input);
    if (problem) {
      const wrong = document.createElement("span");
      wrong.className = "wrong";
      wrong.textContent = problem;
      row.append(wrong);
    }
    const remove = document.createElement("button");
    remove.type = "button";
    remove.className = "btn quiet";
    remove.textContent = input.dataset.remove;
    remove.setAttribute("aria-label", `${input.dataset.remove}: ${file.name}`);
    remove.addEventListener("click", () => {
      keepFiles(input, [...input.files].filter((_, other) => other !== index));
      showFiles(input);
      input.focus();
    });
    row.append(remove);
    list.append(row);
  });
  box.append(list);
};

const takeFiles = () => {
  for (const input of form().querySelectorAll(".drop input[type=file]")) {
    const box = input.closest(".drop");
    let before = [...input.files];
    const take = (files) => {
      const known = new Set(before.map((file) => `${file.name} ${file.size}`));
      const fresh = [...files].filter((file) => !known.has(`${file.name} ${file.size}`));
      keepFiles(input, input.multiple ? [...before, ...fresh] : [...files].slice(0, 1));
      before = [...input.files];
      showFiles(input);
    };
    input.addEventListener("change", () => {
      // A dialog that was cancelled empties the field.
      if (input.multiple) take(input.files);
    });
    input.addEventListener("focus", () => { before = [...input.files]; });
    box.addEventListener("dragover", (event) => {
      event.preventDefault();
      box.classList.add("over");
    });
    box.addEventListener("dragleave", () => box.classList.remove("over"));
    box.addEventListener("drop", (event) => {
      event.preventDefault();
      box.classList.remove("over");
      before = [...input.files];
      take(event.dataTransfer.files);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    takePictures(input, (files) => {
      before = [...input.files];
      take(files);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    showFiles(input);
  }
};

// A picture of the camera comes to the other files, and so does a screenshot that is pasted.
const takePictures = (input, take) => {
  for (const photo of form().querySelectorAll(`[data-into="${input.id}"]`)) {
    photo.addEventListener("change", () => {
      take(photo.files);
      photo.value = "";
    });
  }
  const hint = form().querySelector(`[data-pastes="${input.id}"]`);
  if (!hint) return;
  hint.hidden = false;
  form().addEventListener("paste", (event) => {
    const { files, types } = event.clipboardData;
    if (!files.length || types.includes("text/plain")) return; // text goes where the caret is
    event.preventDefault();
    const number = input.files.length;
    take(
      [...files].map((file, index) => {
        const ending = file.name.split(".").pop();
        return new File([file], `${hint.dataset.name}-${number + index + 1}.${ending}`, { type: file.type });
      }),
    );
  });
};

// Leaving a form with something typed asks first.
let typed = false;
let sending = false;
window.addEventListener("beforeunload", (event) => {
  if (typed && !sending) event.preventDefault();
});
window.addEventListener("pageshow", () => {
  sending = false;
  for (const button of document.querySelectorAll(".hubform .acts button")) {
    button.removeAttribute("aria-disabled");
  }
});

const hasFiles = () =>
  [...form().querySelectorAll("input[type=file]")].some((input) => input.files.length);

// With files the form is sent by script: one sees how far it is, and chosen files stay chosen when
// something else is wrong.
const sendWithProgress = (button) => {
  const data = new FormData(form(), button);
  const progress = form().querySelector(".progress");
  const bar = progress.querySelector("progress");
  const words = progress.querySelector("span");
  const request = new XMLHttpRequest();
  progress.hidden = false;
  words.textContent = progress.dataset.sending;
  request.upload.addEventListener("progress", (event) => {
    if (!event.lengthComputable) return;
    bar.value = (100 * event.loaded) / event.total;
    words.textContent =
      event.loaded < event.total
        ? `${progress.dataset.sending} ${Math.round(bar.value)} %`
        : progress.dataset.sent;
  });
  const bySelf = () => {
    request.abort();
    const name = document.createElement("input");
    name.type = "hidden";
    name.name = button.name;
    name.value = button.value;
    form().append(name);
    form().submit();
  };
  request.addEventListener("error", bySelf);
  request.addEventListener("load", () => {
    const kind = request.getResponseHeader("Content-Type") || "";
    if (kind.startsWith("application/json")) {
      location.assign(JSON.parse(request.responseText).location);
      return;
    }
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    const fresh = page.querySelector("form.hubform");
    if (!fresh || request.status !== 200) {
      if (request.responseURL !== form().action) location.assign(request.responseURL);
      else bySelf();
      return;
    }
    const files = new Map();
    for (const input of form().querySelectorAll("input[type=file]:not([data-into])")) {
      files.set(input.name, input.files);
    }
    document.title = page.title;
    const live = form().querySelector("[data-live]");
    if (live) document.querySelector(".beside").prepend(live);
    form().replaceWith(document.adoptNode(fresh));
    for (const input of form().querySelectorAll("input[type=file]:not([data-into])")) {
      // What was refused is not sent again.
      const refused = (input.dataset.refused || "").split("/");
      const wrong = input.getAttribute("aria-invalid") === "true";
      if (files.has(input.name) && (input.multiple || !wrong)) {
        keepFiles(input, [...files.get(input.name)].filter((file) => !refused.includes(file.name)));
      }
    }
    sending = false;
    begin();
  });
  request.open("POST", form().action);
  request.setRequestHeader("X-Hub-Form", "1");
  request.send(data);
};

// What appears beside the form as it changes; the newest answer counts, no answer changes nothing.
const STILL = 600; // milliseconds without a change before it is asked for

const showLive = () => {
  const part = document.querySelector("[data-live]");
  if (!part) return;
  const place = part.querySelector("div");
  const status = part.querySelector("[role=status]");
  let timer = 0;
  let asking = null;
  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const data = new FormData(form());
    for (const input of form().querySelectorAll("input[type=file]")) data.delete(input.name);
    try {
      const answer = await fetch(part.dataset.live, {
        method: "POST",
        body: data,
        signal: asking.signal,
      });
      if (!answer.ok) return;
      const html = (await answer.text()).trim();
      place.innerHTML = html;
      part.hidden = !html;
      form().querySelector("[data-before]")?.remove(); // it stands beside the form now
      // Read out is the one line that sums it up, and only when it has changed.
      const told = place.querySelector("[data-told]")?.textContent.trim() ?? "";
      if (status.textContent !== told) status.textContent = told;
    } catch {
      // left off for a newer question, or no network: what stands there stays
    }
  };
  form().addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, STILL);
  });
  standWhereItIsSeen(part);
  if (!form().querySelector("[data-before]")) ask();
};

// Where there is no room beside the form, it stands above the button that sends it.
const narrow = matchMedia("(max-width: 60rem)");
const standWhereItIsSeen = (part) => {
  const place = () => {
    if (narrow.matches) form().querySelector(":scope > .acts").before(part);
    else document.querySelector(".beside").prepend(part);
  };
  place();
  narrow.onchange = place;
};

// The address carries what the form is known by: who goes back gets the very form, and is not led
// to make something twice.
const rememberSlip = () => {
  const { slip } = form().dataset;
  if (!slip) return;
  const address = new URL(location.href);
  address.searchParams.set("_slip", slip);
  history.replaceState(history.state, "", address);
};

const begin = () => {
  if (!form()) return;
  rememberSlip();
  tellWhatIsWrong();
  filterLists();
  takeFiles();
  showLive();
  form().addEventListener("input", () => { typed = true; });
  form().addEventListener("submit", (event) => {
    if (sending) {
      event.preventDefault(); // the second half of a double click
      return;
    }
    sending = true;
    const button = event.submitter;
    const acts = button && button.closest(".acts");
    if (acts) setTimeout(() => button.setAttribute("aria-disabled", "true"));
    const editor = form().querySelector(".pat-tinymce, .mce-content-body");
    if (acts && button.name !== "form.buttons.cancel" && hasFiles() && !editor) {
      event.preventDefault();
      sendWithProgress(button);
    }
  });
};

begin();
