// The view all around, laid over the text of a scene when somebody asks for it. Without this file,
// without WebGL or when loading fails, text, ways and picture stay as they are.
//
// Keys work where the focus is, never on the window: arrows look around, + and - bring nearer, Tab and
// Enter reach every point (real links and buttons, in the order of the text), Escape leaves. One viewer
// serves all scenes of a tour; each scene keeps its own address.
"use strict";

(() => {
  const BUNDLE = "./vendor/photo-sphere-viewer.js";
  const STYLE = "./vendor/photo-sphere-viewer.css";
  const here = document.currentScript.src;
  const STEP = 6; // degrees of one press
  const NEARER = 8; // of 100 steps from far to near
  const NARROWEST = 30;
  const WIDEST = 100;
  const SLOWLY = 4; // degrees a second, while it turns by itself
  const QUIET = 700; // milliseconds after the last movement until what is in sight is said
  const LOOKING = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  const ZOOMING = { "+": 1, "=": 1, "-": -1, "−": -1 };
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const narrow = window.matchMedia("(max-width: 48rem)");
  const radians = (degrees) => (degrees * Math.PI) / 180;
  const degrees = (angle) => Math.round((((angle * 180) / Math.PI + 540) % 360) - 180);

  const hasWebGL = () => {
    try {
      const context = document.createElement("canvas").getContext("webgl2");
      context?.getExtension("WEBGL_lose_context")?.loseContext();
      return Boolean(context);
    } catch {
      return false;
    }
  };

  class Around {
    constructor(figure) {
      this.figure = figure;
      this.words = figure.dataset;
      this.find = (selector) => figure.querySelector(selector);
      this.stage = this.find(".stage");
      this.layer = this.find(".points");
      this.told = this.find(".told");
      this.said = this.find("[data-said]");
      this.toggle = this.find("[data-act=toggle]");
      this.moves = this.find(".moves");
      this.points = [];
      this.page = figure.dataset.page ? `/${figure.dataset.page}` : "";
      this.address = location.href;
      this.find("[data-controls]").hidden = false;
      this.find("[data-help]").hidden = false;
      if (!document.fullscreenEnabled) this.find("[data-act=screen]").hidden = true;
      if (calm.matches) this.find("[data-act=turn]").hidden = true;
      calm.addEventListener("change", () => {
        this.find("[data-act=turn]").hidden = calm.matches;
        if (calm.matches) this.turn(false);
      });
      figure.addEventListener("click", (event) => this.clicked(event));
      // Who touches the picture means the view; the button does the same for everybody.
      this.find(".still").classList.add("opens");
      this.find(".still").addEventListener("click", () => this.open());
      this.stage.addEventListener("keydown", (event) => this.pressed(event));
      this.told.addEventListener("keydown", (event) => {
        if (event.key === "Escape") this.close(event);
      });
      document.addEventListener("click", (event) => this.followed(event));
      window.addEventListener("popstate", () => this.cameBack());
    }

    get isOpen() {
      return !this.stage.hidden;
    }

    say(text) {
      this.said.textContent = text;
    }

    // Opening and leaving

    async open() {
      if (!hasWebGL()) {
        this.without(this.words.without);
        return;
      }
      this.say(this.words.loading);
      this.figure.classList.add("loading");
      try {
        // side by side: on a slow line each way there and back counts
        const [scene] = await Promise.all([this.ask(this.words.around), this.load()]);
        this.show();
        await this.enter(scene);
        this.stage.focus();
      } catch (error) {
        this.hide();
        this.without(this.words.failed);
      } finally {
        this.figure.classList.remove("loading");
      }
    }

    async load() {
      if (this.kit) return;
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = new URL(STYLE, here).href;
      const styled = new Promise((done, failed) => {
        style.onload = done;
        style.onerror = failed;
      });
      document.head.append(style);
      const [kit] = await Promise.all([import(new URL(BUNDLE, here).href), styled]);
      this.kit = kit;
    }

    async ask(url) {
      const answer = await fetch(url);
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      const scene = await answer.json();
      if (scene.panorama.status === "ready") new Image().src = this.whole(scene.panorama);
      return scene;
    }

    // What is seen before the tiles come; on a phone the picture that the page shows is enough.
    whole(panorama) {
      return narrow.matches ? panorama.preview : panorama.base;
    }

    // The picture stays, and says why.
    without(reason) {
      let note = this.find(".reason");
      if (!note) {
        note = document.createElement("p");
        note.className = "reason";
        this.find("[data-controls]").before(note);
      }
      note.textContent = reason;
      this.say(reason);
    }

    show() {
      this.find(".reason")?.remove();
      this.find(".still").hidden = true;
      this.stage.hidden = false;
      this.moves.hidden = false;
      this.toggle.textContent = this.toggle.dataset.shut;
      this.toggle.setAttribute("aria-expanded", "true");
    }

    hide() {
      this.turn(false);
      this.close();
      this.stage.hidden = true;
      this.moves.hidden = true;
      this.find(".still").hidden = false;
      this.toggle.textContent = this.toggle.dataset.open;
      this.toggle.setAttribute("aria-expanded", "false");
    }

    leave() {
      if (document.fullscreenElement) {
        document.exitFullscreen();
        return;
      }
      this.hide();
      this.say("");
      this.toggle.focus();
    }

    // A scene

    async enter(scene) {
      const { panorama, view } = scene;
      if (panorama.status !== "ready") throw new Error(panorama.said);
      const picture = {
        baseUrl: this.whole(panorama),
        levels: panorama.levels,
        tileUrl: (col, row, level) =>
          panorama.template.replace("{level}", level).replace("{col}", col).replace("{row}", row),
      };
      const position = { yaw: radians(view.yaw), pitch: radians(view.pitch) };
      const near = (WIDEST - Math.min(Math.max(view.fov, NARROWEST), WIDEST)) / (WIDEST - NARROWEST);
      const zoom = 100 * near;
      this.layer.replaceChildren();
      this.points = [];
      this.scene = scene;
      this.settling(false);
      this.say(this.words.loading);
      this.stage.setAttribute("aria-label", scene.announced);
      if (this.viewer) {
        const transition = calm.matches ? false : { speed: 900, rotation: false, effect: "fade" };
        const shown = await this.viewer.setPanorama(picture, { position, zoom, transition });
        if (shown === false) return; // somebody has gone on already
      } else {
        await this.start(picture, position, zoom);
      }
      this.mark(scene);
      this.settling(true);
      this.say(`${scene.announced}. ${this.inSight()}`);
      this.figure.dispatchEvent(new CustomEvent("hub:scene", { detail: scene, bubbles: true }));
    }

    start(picture, position, zoom) {
      const { Viewer, EquirectangularTilesAdapter } = this.kit;
      this.viewer = new Viewer({
        container: this.find(".sphere"),
        adapter: [EquirectangularTilesAdapter, { baseBlur: false, showErrorTile: false }],
        panorama: picture,
        defaultYaw: position.yaw,
        defaultPitch: position.pitch,
        defaultZoomLvl: zoom,
        minFov: NARROWEST,
        maxFov: WIDEST,
        navbar: false,
        keyboard: false,
        keyboardActions: {},
        loadingTxt: " ",
        mousewheelCtrlKey: true,
        touchmoveTwoFingers: false,
        moveInertia: !calm.matches,
        defaultTransition: null,
        lang: { ctrlZoom: "", twoFingers: "", loading: "", loadError: this.words.failed },
      });
      this.viewer.addEventListener("render", () => this.place());
      this.viewer.addEventListener("click", ({ data }) => this.pointed(data));
      return new Promise((done, failed) => {
        this.viewer.addEventListener("ready", done, { once: true });
        this.viewer.addEventListener("panorama-error", failed, { once: true });
      });
    }

    // Points are links and buttons of the page, one after another as in the text.
    mark(scene) {
      const made = [
        ...scene.details.map((point) => this.point("button", point)),
        ...scene.ways.map((point) => this.point("a", point)),
      ];
      this.points = made;
      this.layer.replaceChildren(...made.map(({ element }) => element));
      this.place();
    }

    // Where one points, they are marks only: a way would lead off the form, and the Tab key on its way
    // to the buttons would turn the view from the place that is meant.
    point(kind, point) {
      const marksOnly = this.figure.classList.contains("picking");
      const element = document.createElement(marksOnly ? "span" : kind);
      element.className = kind === "a" ? "point way" : "point";
      element.dataset.point = point.id;
      // Read aloud it is one sentence; to be seen are its mark, and the words in passing.
      for (const [name, text] of [
        ["only-read", point.name],
        ["mark", point.mark],
        ["label", point.words || point.title],
      ]) {
        const part = document.createElement("span");
        part.className = name;
        part.textContent = text;
        if (name !== "only-read") part.setAttribute("aria-hidden", "true");
        element.append(part);
      }
      const position = { yaw: radians(point.yaw), pitch: radians(point.pitch) };
      if (marksOnly) return { element, point, position };
      if (kind === "a") {
        element.href = point.url + this.page;
        element.dataset.travel = "";
      } else {
        element.type = "button";
        element.addEventListener("click", () => this.tell(point, element));
      }
      element.addEventListener("focus", () => {
        if (!element.classList.contains("seen")) this.look(point);
      });
      return { element, point, position };
    }

    place() {
      const { dataHelper } = this.viewer;
      for (const { element, position } of this.points) {
        const seen = dataHelper.isPointVisible(position);
        element.classList.toggle("seen", seen);
        if (!seen) continue;
        const { x, y } = dataHelper.sphericalCoordsToViewerCoords(position);
        element.style.transform = `translate(${x}px, ${y}px) translate(-50%, -50%)`;
        element.classList.toggle("right", x > this.stage.clientWidth / 2);
      }
      if (this.isOpen) this.settle();
    }

    // Once nothing moves any more, what is in sight is said: to who cannot see it, too. Not while a
    // scene comes, which is said first: one message must not push the other away.
    settling(wanted) {
      clearTimeout(this.waiting);
      this.settles = wanted;
      this.last = wanted ? this.direction() : undefined;
    }

    direction() {
      const { yaw, pitch } = this.viewer.getPosition();
      return `${degrees(yaw)} ${degrees(pitch)} ${Math.round(this.viewer.getZoomLevel())}`;
    }

    settle() {
      if (!this.settles) return;
      const now = this.direction();
      if (now === this.last) return;
      this.last = now;
      clearTimeout(this.waiting);
      if (this.turning) return;
      this.waiting = setTimeout(() => {
        if (this.isOpen && this.told.hidden) this.say(this.inSight());
      }, QUIET);
    }

    inSight() {
      const seen = this.points.filter(({ element }) => element.classList.contains("seen"));
      const names = seen.map(({ point }) => point.name).filter(Boolean).join("; ");
      return names ? `${this.words.inSight} ${names}` : this.words.noneInSight;
    }

    // Looking around

    look(point) {
      const position = { yaw: radians(point.yaw), pitch: radians(point.pitch) };
      this.turn(false);
      if (calm.matches) this.viewer.rotate(position);
      else this.viewer.animate({ ...position, speed: 400 });
    }

    by(side, up) {
      if (!this.viewer) return; // it is still loading
      this.turn(false);
      const { yaw, pitch } = this.viewer.getPosition();
      const step = radians(STEP);
      const limit = radians(89);
      const raised = Math.min(Math.max(pitch + up * step, -limit), limit);
      this.viewer.stopAll();
      this.viewer.rotate({ yaw: yaw + side * step, pitch: raised });
    }

    near(by) {
      if (!this.viewer) return;
      this.viewer.zoom(Math.min(Math.max(this.viewer.getZoomLevel() + by * NEARER, 0), 100));
    }

    // Turns only when somebody asks for it, and never where less motion is wanted.
    turn(wanted) {
      const button = this.find("[data-act=turn]");
      this.turning = wanted && !calm.matches && Boolean(this.viewer);
      button.textContent = this.turning ? button.dataset.shut : button.dataset.open;
      if (!this.turning) return;
      let before = performance.now();
      const frame = (now) => {
        if (!this.turning || !this.isOpen) return;
        const { yaw, pitch } = this.viewer.getPosition();
        this.viewer.rotate({ yaw: yaw + (radians(SLOWLY) * (now - before)) / 1000, pitch });
        before = now;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    }

    act(name) {
      const moved = { left: [-1, 0], right: [1, 0], up: [0, 1], down: [0, -1] }[name];
      if (name === "toggle") this.isOpen ? this.leave() : this.open();
      else if (moved) this.by(...moved);
      else if (name === "nearer" || name === "further") this.near(name === "nearer" ? 1 : -1);
      else if (name === "turn") this.turn(!this.turning);
      else if (name === "close") this.close({});
      else if (name === "pick" && this.viewer) this.pick(this.viewer.getPosition());
      else if (name === "screen") this.fill();
    }

    fill() {
      if (document.fullscreenElement) document.exitFullscreen();
      else this.figure.requestFullscreen?.();
    }

    clicked(event) {
      const button = event.target.closest("[data-act]");
      if (button) this.act(button.dataset.act);
    }

    pressed(event) {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (LOOKING[event.key]) this.by(...LOOKING[event.key]);
      else if (ZOOMING[event.key]) this.near(ZOOMING[event.key]);
      else if (event.key === "Escape") this.told.hidden ? this.leave() : this.close(event);
      else return;
      event.preventDefault();
    }

    // What is said about a detail

    tell(point, element) {
      this.turn(false);
      this.told.querySelector("h3").textContent = point.title;
      this.told.querySelector("p").textContent = point.text;
      this.told.hidden = false;
      this.asked = element;
      this.told.focus();
    }

    close(event) {
      if (this.told.hidden) return;
      this.told.hidden = true;
      if (event) (this.asked?.isConnected ? this.asked : this.stage).focus();
    }

    // Pointing, for who makes the tour: the fields of the form are filled, and stay the truth.

    pointed({ yaw, pitch, rightclick }) {
      this.turn(false);
      if (!rightclick) this.pick({ yaw, pitch });
    }

    pick({ yaw, pitch }) {
      if (!this.figure.classList.contains("picking")) return;
      const fov = Math.round(WIDEST - (this.viewer.getZoomLevel() / 100) * (WIDEST - NARROWEST));
      const picked = { yaw: degrees(yaw), pitch: degrees(pitch), fov };
      for (const [name, value] of Object.entries(picked)) {
        const field = document.querySelector(`[name='form.widgets.${name}']`);
        if (!field) continue;
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
      this.layer.querySelector(".picked")?.remove();
      this.points = this.points.filter(({ element }) => element.isConnected);
      const element = document.createElement("span");
      element.className = "point picked";
      element.setAttribute("aria-hidden", "true");
      element.textContent = "×";
      this.layer.append(element);
      this.points.push({ element, point: { name: "" }, position: { yaw, pitch } });
      this.place();
      this.settling(true); // what is in sight, not said yet, must not push this away
      this.say(`${this.words.picked} ${picked.yaw}°, ${picked.pitch}°`);
    }

    // From scene to scene: the same viewer, the text of the other page, its address.

    followed(event) {
      if (!this.isOpen || event.defaultPrevented || event.button) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const looked = event.target.closest?.("[data-look]");
      const link = event.target.closest?.("a[data-travel]");
      const found = looked && this.points.find(({ point }) => point.id === looked.dataset.look);
      if (found) {
        event.preventDefault();
        this.look(found.point);
        this.figure.scrollIntoView({ block: "nearest" });
        found.element.focus({ preventScroll: true });
      } else if (link) {
        event.preventDefault();
        this.travel(link.href, this.figure.contains(link));
      }
    }

    async travel(url, fromInside, isNew = true) {
      this.turn(false);
      this.close();
      this.trips = (this.trips || 0) + 1;
      const trip = this.trips;
      try {
        const data = `${url.slice(0, url.length - this.page.length)}/@@rundblick.json`;
        const [answer, scene] = await Promise.all([fetch(url), this.ask(data)]);
        if (!answer.ok || scene.panorama.status !== "ready") throw new Error(answer.status);
        const text = await answer.text();
        if (trip !== this.trips) return;
        const page = new DOMParser().parseFromString(text, "text/html");
        if (isNew) history.pushState(null, "", url);
        this.address = url;
        this.words.around = data;
        this.replace(page);
        // The point that was followed goes now: the focus must not be lost with it.
        if (fromInside) this.stage.focus({ preventScroll: true });
        else document.querySelector("[data-scene=title] h1").focus();
        await this.enter(scene);
      } catch {
        location.assign(url);
      }
    }

    replace(page) {
      document.title = page.title;
      for (const part of document.querySelectorAll("[data-scene]")) {
        const other = page.querySelector(`[data-scene=${part.dataset.scene}]`);
        if (other) part.replaceChildren(...document.importNode(other, true).childNodes);
      }
      const heading = document.querySelector("[data-scene=title] h1");
      heading.tabIndex = -1;
      const canonical = document.querySelector("link[rel=canonical]");
      if (canonical) canonical.href = page.querySelector("link[rel=canonical]")?.href ?? canonical.href;
    }

    cameBack() {
      const [now, before] = [location.href, this.address].map((url) => url.split("#")[0]);
      if (now === before) return;
      if (this.isOpen) this.travel(now, true, false);
      else location.reload();
    }
  }

  // The words read aloud, by a voice of this device alone: others would be asked of a server of the
  // browser's maker. Who goes on to another scene while it reads hears that one.
  class Voice {
    constructor(speech) {
      this.speech = speech;
      this.reading = false;
      this.find();
      speech.addEventListener?.("voiceschanged", () => this.find());
      document.addEventListener("click", (event) => {
        if (event.target.closest?.("[data-act=read]")) this.reading ? this.stop() : this.read();
      });
      document.addEventListener("hub:scene", () => this.reading && this.read());
      window.addEventListener("pagehide", () => this.stop());
    }

    find() {
      const language = document.documentElement.lang || "de";
      const fits = (voice) => voice.localService && voice.lang.startsWith(language.slice(0, 2));
      this.voice = this.speech.getVoices().find(fits);
      document.body.classList.toggle("reads-aloud", Boolean(this.voice));
    }

    // One piece after the other: browsers cut long ones off.
    read() {
      this.speech.cancel();
      this.reading = true;
      this.round = (this.round || 0) + 1;
      const round = this.round;
      const pieces = document.querySelectorAll("[data-scene=title] h1, [data-read]");
      const words = (piece) => piece.dataset.read || piece.textContent;
      const texts = [...pieces].map((piece) => words(piece).replace(/\s+/g, " ").trim());
      const said = texts.filter(Boolean).map((text) => {
        const one = new SpeechSynthesisUtterance(text);
        one.voice = this.voice;
        one.lang = this.voice.lang;
        return one;
      });
      said.at(-1).onend = () => round === this.round && this.stop();
      for (const one of said) this.speech.speak(one);
      this.tell();
    }

    stop() {
      this.reading = false;
      this.speech.cancel();
      this.tell();
    }

    tell() {
      for (const button of document.querySelectorAll("[data-act=read]")) {
        button.textContent = this.reading ? button.dataset.shut : button.dataset.open;
      }
    }
  }

  const figure = document.querySelector("[data-around]");
  if (figure) new Around(figure);
  if (window.speechSynthesis) new Voice(window.speechSynthesis);
})();
