// Only improves: what counts in a picture can be typed as two numbers without this file.
"use strict";

{
  const { label, said } = document.currentScript.dataset;
  const STEP = 2;
  const MOVES = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

  const input = (name, kind = "") =>
    document.querySelector(`[data-fieldname$="ILeadPicture.${name}"] input${kind}`);
  const within = (value) => Math.round(Math.min(Math.max(value, 0), 100));

  const begin = () => {
    const across = input("focus_x");
    const down = input("focus_y");
    const file = input("image", "[type=file]");
    if (!across || !down || !file) return;

    const button = document.createElement("button");
    button.type = "button";
    button.className = "focuspoint";
    button.hidden = true;
    const picture = document.createElement("img");
    picture.alt = "";
    const point = document.createElement("span");
    point.className = "point";
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    button.setAttribute("aria-label", label);
    status.className = "visually-hidden";
    const help = document.createElement("p");
    help.className = "focuspoint-help form-text";
    help.textContent = label;
    help.hidden = true;
    button.append(picture, point);
    down.closest("[data-fieldname]").after(help, button, status);

    const place = () => [across, down].map((field) => (field.value.trim() === "" ? 50 : within(Number(field.value) || 0)));
    const show = () => {
      const [x, y] = place();
      point.style.left = `${x}%`;
      point.style.top = `${y}%`;
    };
    const set = (x, y) => {
      across.value = within(x);
      down.value = within(y);
      show();
      status.textContent = said.replace("{x}", across.value).replace("{y}", down.value);
    };
    const unveil = () => {
      button.hidden = false;
      help.hidden = false;
      show();
    };

    picture.addEventListener("load", unveil);
    picture.addEventListener("error", () => {
      button.hidden = true;
      help.hidden = true;
    });
    file.addEventListener("change", () => {
      if (!file.files.length) return;
      const reader = new FileReader();
      reader.addEventListener("load", () => (picture.src = reader.result));
      reader.readAsDataURL(file.files[0]);
    });
    // What is stored already stands beside the form of the thing itself.
    const stored = window.location.pathname.match(/^(.*)\/(@@)?edit$/);
    if (stored) picture.src = `${stored[1]}/@@images/image/preview`;

    button.addEventListener("click", (event) => {
      if (!event.detail) return; // pressed with a key
      const box = picture.getBoundingClientRect();
      set(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100);
    });
    button.addEventListener("keydown", (event) => {
      const move = MOVES[event.key];
      if (!move) return;
      event.preventDefault();
      const [x, y] = place();
      set(x + move[0], y + move[1]);
    });
    for (const field of [across, down]) field.addEventListener("input", show);
    // What crop.js leaves of it.
    document.addEventListener("hub:picture", (event) => (picture.src = event.detail));
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
}
