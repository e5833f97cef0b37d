// Moves places on the plan with mouse, finger and arrow keys; the fields below are filled in with it.
// Everything can be done without this file: by numbers, or by choosing a cell.
"use strict";

for (const plan of document.querySelectorAll("[data-plan=edit]")) {
  const form = plan.closest("form");
  const field = (name, uid) => form.elements[`${name}-${uid}`];
  const number = (name, uid) => Number(field(name, uid).value) || 0;
  const clamp = (value, most) => Math.round(Math.min(Math.max(value, 0), most));
  const spots = () => plan.querySelectorAll("[data-spot]");

  const show = (spot) => {
    const uid = spot.dataset.spot;
    spot.hidden = !form.elements[`on-${uid}`].checked;
    for (const [name, side] of Object.entries({ x: "left", y: "top", width: "width", height: "height" }))
      spot.style[side] = `${number(name, uid)}%`;
  };
  const move = (spot, x, y) => {
    const uid = spot.dataset.spot;
    field("x", uid).value = clamp(x, 100 - number("width", uid));
    field("y", uid).value = clamp(y, 100 - number("height", uid));
    show(spot);
  };
  const choose = (spot) => {
    for (const pick of form.querySelectorAll("input[name=pick]"))
      pick.checked = pick.value === spot.dataset.spot;
    mark();
  };
  const mark = () => {
    const picked = form.querySelector("input[name=pick]:checked");
    for (const spot of spots())
      spot.classList.toggle("chosen", Boolean(picked) && picked.value === spot.dataset.spot);
  };

  plan.classList.add("live");
  plan.querySelector(".spots").removeAttribute("aria-hidden");
  for (const spot of spots()) {
    spot.tabIndex = 0;
    spot.setAttribute("role", "button");
    spot.addEventListener("focus", () => choose(spot));
    spot.addEventListener("keydown", (event) => {
      const uid = spot.dataset.spot;
      const step = event.shiftKey ? 5 : 1;
      const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (!by || event.ctrlKey || event.altKey || event.metaKey) return;
      move(spot, number("x", uid) + step * by[0], number("y", uid) + step * by[1]);
      event.preventDefault();
    });
    spot.addEventListener("pointerdown", (event) => {
      const uid = spot.dataset.spot;
      const start = { left: event.clientX, top: event.clientY, x: number("x", uid), y: number("y", uid) };
      const drag = (at) => {
        const room = plan.getBoundingClientRect();
        move(
          spot,
          start.x + (100 * (at.clientX - start.left)) / room.width,
          start.y + (100 * (at.clientY - start.top)) / room.height,
        );
      };
      const stop = () => {
        spot.removeEventListener("pointermove", drag);
        spot.removeEventListener("pointerup", stop);
        spot.removeEventListener("pointercancel", stop);
      };
      spot.setPointerCapture(event.pointerId);
      spot.addEventListener("pointermove", drag);
      spot.addEventListener("pointerup", stop);
      spot.addEventListener("pointercancel", stop);
      spot.focus();
      event.preventDefault();
    });
  }
  form.addEventListener("input", () => {
    spots().forEach(show);
    mark();
  });
  mark();
}
