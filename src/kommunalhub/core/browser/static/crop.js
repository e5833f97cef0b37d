// Only improves: what is cut off a picture can be typed as numbers without this file.
"use strict";

{
  const told = document.currentScript.dataset;
  const words = JSON.parse(told.words);
  const EDGES = ["left", "top", "right", "bottom"];
  const KINDS = ["image/jpeg", "image/png", "image/webp"];
  const LEAST = 5; // percent that stay
  const BROADEST = 800; // pixels of the picture that is drawn
  const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const SHAPES = [["1", words.square], ["4/3", "4 : 3"], ["3/2", "3 : 2"], ["16/9", "16 : 9"]];

  const within = (value, least, most) => Math.min(Math.max(value, least), most);
  const place = (name) => document.querySelector(`[data-fieldname$="${name}"]`);
  const element = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  const button = (text) => element("button", { type: "button", class: "btn btn-secondary" }, text);

  // A number as it is typed, or the one that was chosen of several.
  const control = (name, otherwise) => {
    const inputs = [...(place(name)?.querySelectorAll("input:not([type=hidden]), select") ?? [])];
    const [one] = inputs;
    if (!one) return null;
    const radios = one.type === "radio";
    return {
      get: () => Number((radios ? inputs.find((each) => each.checked) : one)?.value) || (one.value.trim() ? 0 : otherwise),
      set: (value) => {
        if (radios) for (const each of inputs) each.checked = Number(each.value) === value;
        else one.value = value;
        (radios ? inputs.find((each) => each.checked) ?? one : one).dispatchEvent(new Event("input", { bubbles: true }));
      },
      listen: (name, heard) => inputs.forEach((each) => each.addEventListener(name, heard)),
    };
  };

  const begin = () => {
    const edges = Object.fromEntries(EDGES.map((edge) => [edge, control(`ICut.cut_${edge}`, 0)]));
    const turn = control("ICut.picture_turn", 0);
    const focus = ["x", "y"].map((axis) => control(`ILeadPicture.focus_${axis}`, 50));
    const field = place(`.${told.picture}`);
    const file = field?.querySelector("input[type=file]");
    if (!file || !turn || !edges.bottom) return;

    const picture = new Image();
    const whole = element("canvas", {});
    const handles = ["left top", "top", "right top", "left", "right", "left bottom", "bottom", "right bottom"].map((at) =>
      element("span", { class: `cut-handle ${at}`, "data-at": at }),
    );
    const frame = element(
      "button",
      { type: "button", class: "cut-frame", "aria-label": words.frame, "aria-describedby": "cut-said" },
      ...handles,
    );
    const stage = element("div", { class: "cut-stage" }, whole, frame);
    const said = element("p", { id: "cut-said", class: "muted", role: "status" });
    const result = element("canvas", { class: "cut-result", role: "img", "aria-label": words.result });
    const shape = element(
      "select",
      { id: "cut-shape" },
      ...[["", words.free], ["kept", words.kept], ...SHAPES].map(([value, text]) => element("option", { value }, text)),
    );
    const turns = [button(words.left), button(words.right)];
    const [undo, all] = [button(words.undo), button(words.whole)];
    const tools = element(
      "div",
      { class: "cut-tools" },
      element("label", { for: "cut-shape" }, words.ratio),
      shape,
      ...turns,
      all,
      undo,
    );
    const tool = element("div", { class: "cutter", role: "group", "aria-label": words.group }, stage, said, tools, result);
    const open = button(words.open);
    open.classList.add("cutter-open");
    const way = element("p", { id: "cut-way", class: "muted" }, words.paste);
    file.setAttribute("aria-describedby", `${file.getAttribute("aria-describedby") ?? ""} ${way.id}`.trim());
    tool.hidden = open.hidden = true;
    place("ICut.picture_turn").before(open, tool);
    field.append(way);

    const read = () => {
      const now = { turn: turn.get() };
      for (const edge of EDGES) now[edge] = within(Math.round(edges[edge].get()), 0, 100 - LEAST);
      now.right = Math.min(now.right, 100 - LEAST - now.left);
      now.bottom = Math.min(now.bottom, 100 - LEAST - now.top);
      return now;
    };
    const write = (state) => {
      for (const edge of EDGES) if (edges[edge].get() !== state[edge]) edges[edge].set(state[edge]);
      if (turn.get() !== state.turn) turn.set(state.turn);
    };
    const isSame = (one, other) => ["turn", ...EDGES].every((name) => one[name] === other[name]);
    const sides = () => (read().turn % 180 ? [picture.naturalHeight, picture.naturalWidth] : [picture.naturalWidth, picture.naturalHeight]);

    let before = read(); // as it was when it was last let go
    let drawn = null; // the turn in which the picture is drawn
    const past = [];

    const draw = ({ turn: degrees }) => {
      const [width, height] = sides();
      const scale = Math.min(1, BROADEST / width);
      [whole.width, whole.height] = [Math.round(width * scale), Math.round(height * scale)];
      const pen = whole.getContext("2d");
      pen.translate(whole.width / 2, whole.height / 2);
      pen.rotate((degrees * Math.PI) / 180);
      const [broad, high] = [picture.naturalWidth * scale, picture.naturalHeight * scale];
      pen.drawImage(picture, -broad / 2, -high / 2, broad, high);
      drawn = degrees;
    };
    const show = () => {
      const state = read();
      if (drawn !== state.turn) draw(state);
      const [share, part] = [100 - state.left - state.right, 100 - state.top - state.bottom];
      Object.assign(frame.style, { left: `${state.left}%`, top: `${state.top}%`, width: `${share}%`, height: `${part}%` });
      const [width, height] = [(whole.width * share) / 100, (whole.height * part) / 100];
      [result.width, result.height] = [Math.max(1, width), Math.max(1, height)];
      result
        .getContext("2d")
        .drawImage(whole, (whole.width * state.left) / 100, (whole.height * state.top) / 100, width, height, 0, 0, result.width, result.height);
    };
    const tell = () => {
      const state = read();
      const [width, height] = sides();
      const facts = {
        broad: Math.round((width * (100 - state.left - state.right)) / 100),
        high: Math.round((height * (100 - state.top - state.bottom)) / 100),
        width,
        height,
        ...state,
      };
      said.textContent = words.said.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
      undo.disabled = !past.length;
      all.disabled = isSame(state, { left: 0, top: 0, right: 0, bottom: 0, turn: 0 });
      document.dispatchEvent(new CustomEvent("hub:picture", { detail: result.toDataURL() }));
    };
    // What counts stays where it is in the picture, though less of the picture is shown.
    const follow = (from, to) => {
      if (focus.some((axis) => axis === null)) return;
      let [x, y] = focus.map((axis) => axis.get());
      if (x === 50 && y === 50) return; // nobody pointed yet
      x = from.left + (x * (100 - from.left - from.right)) / 100;
      y = from.top + (y * (100 - from.top - from.bottom)) / 100;
      for (let at = from.turn; at !== to.turn; at = (at + 90) % 360) [x, y] = [100 - y, x];
      focus[0].set(within(Math.round(((x - to.left) * 100) / (100 - to.left - to.right)), 0, 100));
      focus[1].set(within(Math.round(((y - to.top) * 100) / (100 - to.top - to.bottom)), 0, 100));
    };
    const settle = () => {
      const now = read();
      if (!isSame(before, now)) {
        past.push(before);
        follow(before, now);
        before = now;
      }
      if (!tool.hidden) {
        show();
        tell();
      }
    };
    const change = (state) => {
      write(state);
      show();
    };

    // A box has its sides at x0, y0, x1, y1, in percent; moved names the edges that are drawn.
    const boxOf = (state) => ({ x0: state.left, y0: state.top, x1: 100 - state.right, y1: 100 - state.bottom });
    const stateOf = ({ x0, y0, x1, y1 }) => ({ left: Math.round(x0), top: Math.round(y0), right: Math.round(100 - x1), bottom: Math.round(100 - y1), turn: turn.get() });
    const shaped = (box, moved) => {
      if (!shape.value) return box;
      const [width, height] = sides();
      const [over, under] = shape.value === "kept" ? [width, height] : shape.value.split("/").map(Number);
      const ratio = (over / (under || 1)) * (height / width); // percent of the width to one of the height
      let [broad, high] = [box.x1 - box.x0, box.y1 - box.y0];
      if (moved.includes("left") || moved.includes("right")) high = broad / ratio;
      else broad = high * ratio;
      const room = Math.min(1, (moved.includes("left") ? box.x1 : 100 - box.x0) / broad, (moved.includes("top") ? box.y1 : 100 - box.y0) / high);
      [broad, high] = [broad * room, high * room];
      const made = { ...box };
      if (moved.includes("left")) made.x0 = box.x1 - broad;
      else made.x1 = box.x0 + broad;
      if (moved.includes("top")) made.y0 = box.y1 - high;
      else made.y1 = box.y0 + high;
      return made;
    };
    const drawnOut = (from, moved, across, down) => {
      const box = { ...from };
      if (moved.includes("left")) box.x0 = within(from.x0 + across, 0, from.x1 - LEAST);
      if (moved.includes("right")) box.x1 = within(from.x1 + across, from.x0 + LEAST, 100);
      if (moved.includes("top")) box.y0 = within(from.y0 + down, 0, from.y1 - LEAST);
      if (moved.includes("bottom")) box.y1 = within(from.y1 + down, from.y0 + LEAST, 100);
      return shaped(box, moved);
    };
    const carried = (from, across, down) => {
      const [x, y] = [within(across, -from.x0, 100 - from.x1), within(down, -from.y0, 100 - from.y1)];
      return { x0: from.x0 + x, y0: from.y0 + y, x1: from.x1 + x, y1: from.y1 + y };
    };

    stage.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      const sheet = whole.getBoundingClientRect();
      const at = (move) => [((move.clientX - sheet.left) * 100) / sheet.width, ((move.clientY - sheet.top) * 100) / sheet.height];
      const start = at(event);
      const handle = event.target.closest(".cut-handle")?.dataset.at;
      const from = boxOf(read());
      const moving = (move) => {
        const [x, y] = at(move);
        const [across, down] = [x - start[0], y - start[1]];
        if (handle) return change(stateOf(drawnOut(from, handle, across, down)));
        if (event.target === frame) return change(stateOf(carried(from, across, down)));
        if (Math.max(Math.abs(across), Math.abs(down)) < 1) return undefined; // a click, no rectangle
        const [left, top] = [within(start[0], 0, 100), within(start[1], 0, 100)];
        const moved = `${across < 0 ? "left" : "right"} ${down < 0 ? "top" : "bottom"}`;
        const point = { x0: left, y0: top, x1: left, y1: top };
        const [x0, y0] = [within(across < 0 ? left - LEAST : left, 0, 100 - LEAST), within(down < 0 ? top - LEAST : top, 0, 100 - LEAST)];
        const small = { ...point, x0, y0, x1: x0 + LEAST, y1: y0 + LEAST };
        return change(stateOf(drawnOut(small, moved, across < 0 ? across + LEAST : across - LEAST, down < 0 ? down + LEAST : down - LEAST)));
      };
      const end = () => {
        stage.removeEventListener("pointermove", moving);
        settle();
      };
      event.preventDefault();
      frame.focus();
      stage.setPointerCapture(event.pointerId);
      stage.addEventListener("pointermove", moving);
      stage.addEventListener("lostpointercapture", end, { once: true });
    });
    frame.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key === "z") {
        event.preventDefault();
        undo.click();
        return;
      }
      const move = KEYS[event.key];
      if (!move) return;
      event.preventDefault();
      const from = boxOf(read());
      const moved = move[0] ? "right" : "bottom";
      change(stateOf(event.shiftKey ? drawnOut(from, moved, ...move) : carried(from, ...move)));
      settle();
    });
    shape.addEventListener("change", () => {
      change(stateOf(shaped(boxOf(read()), "right bottom")));
      settle();
    });
    turns.forEach((one, right) =>
      one.addEventListener("click", () => {
        let now = read();
        for (let steps = right ? 1 : 3; steps; steps -= 1)
          now = { left: now.bottom, top: now.left, right: now.top, bottom: now.right, turn: (now.turn + 90) % 360 };
        change(now);
        settle();
      }),
    );
    all.addEventListener("click", () => {
      change({ left: 0, top: 0, right: 0, bottom: 0, turn: 0 });
      settle();
    });
    undo.addEventListener("click", () => {
      const last = past.pop();
      if (!last) return;
      follow(before, last);
      before = last;
      change(last);
      tell();
    });
    for (const one of [turn, ...Object.values(edges)]) {
      one.listen("input", () => !tool.hidden && show());
      one.listen("change", settle);
    }

    const unfold = (source) => {
      picture.addEventListener(
        "load",
        () => {
          drawn = null;
          open.hidden = true;
          tool.hidden = false;
          show();
          tell();
        },
        { once: true },
      );
      picture.src = source;
    };
    const readFile = (chosen, then) => {
      if (!KINDS.includes(chosen.type)) return;
      const reader = new FileReader();
      reader.addEventListener("load", () => then(reader.result));
      reader.readAsDataURL(chosen);
    };
    // What is stored already stands beside the form of the thing itself; it comes when asked for.
    const edited = window.location.pathname.match(/^(.*)\/(@@)?edit$/);
    const stored = told.original || (edited && field.querySelector("img, a, input[type=radio]") && `${edited[1]}/@@images/image`);
    if (stored) open.hidden = false;
    open.addEventListener("click", async () => {
      const answer = await fetch(stored);
      if (answer.ok)
        readFile(await answer.blob(), (source) => {
          unfold(source);
          tool.scrollIntoView({ block: "nearest" });
        });
    });
    file.addEventListener("change", () => {
      tool.hidden = open.hidden = true;
      if (!file.files.length) return;
      write({ left: 0, top: 0, right: 0, bottom: 0, turn: 0 });
      before = read();
      past.length = 0;
      readFile(file.files[0], unfold);
    });

    const take = (event, files) => {
      const found = [...(files ?? [])].filter((one) => one.type.startsWith("image/"));
      if (!found.length) return;
      event.preventDefault();
      const carrier = new DataTransfer();
      carrier.items.add(found[0]);
      file.files = carrier.files;
      file.dispatchEvent(new Event("change", { bubbles: true }));
    };
    document.addEventListener("paste", (event) => {
      if (!event.target.closest?.("textarea, [contenteditable]")) take(event, event.clipboardData?.files);
    });
    const part = field.closest("fieldset.part") ?? field;
    part.addEventListener("dragover", (event) => event.preventDefault());
    part.addEventListener("drop", (event) => take(event, event.dataTransfer?.files));
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
}
