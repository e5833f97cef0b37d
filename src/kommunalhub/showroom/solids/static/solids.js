// Only improves: words, measures and views of an object are read without this file.
"use strict";

{
  const STEP = 15;
  const TILTS = { least: 5, most: 150 };
  const KEYS = {
    ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down",
    "+": "near", "-": "far", Home: "reset",
  };
  const SIDES = ["front", "front-right", "right", "back-right", "back", "back-left", "left", "front-left"];
  const DEGREES = 180 / Math.PI;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const narrow = window.matchMedia("(max-width: 48rem)");

  /** One object on the page; its viewer comes when somebody asks for it. */
  const prepare = (solid) => {
    const the = (name) => solid.querySelector(`[data-solid="${name}"]`);
    const word = (name) => solid.querySelector(`[data-word="${name}"]`).textContent;
    const stage = solid.querySelector(".solid-stage");
    const picture = solid.querySelector(".solid-picture");
    const keys = solid.querySelector(".solid-keys");
    const status = solid.querySelector("[data-solid-said]");
    let viewer = null;
    let asked = null;
    let first = 1;

    const say = (text) => {
      status.textContent = text;
    };

    /** Say from where one looks: the side in eighths, the height in thirds. */
    const sayWhere = (orbit, distance = "") => {
      const turn = (((orbit.theta * DEGREES) % 360) + 360) % 360;
      const side = word(SIDES[Math.round(turn / 45) % 8]);
      const tilt = orbit.phi * DEGREES;
      const height = word(tilt < 65 ? "above" : tilt > 100 ? "below" : "level");
      say([side, height, distance].filter(Boolean).join(", "));
    };

    const move = (orbit, distance) => {
      viewer.cameraOrbit = `${orbit.theta}rad ${orbit.phi}rad ${orbit.radius}m`;
      if (still.matches) viewer.jumpCameraToGoal();
      asked = orbit;
      sayWhere(orbit, distance);
    };

    /** Where the camera is going to be; while it is on its way, steps add up. */
    const goal = () => {
      const now = viewer.getCameraOrbit();
      return asked ? { ...asked } : { theta: now.theta, phi: now.phi, radius: now.radius };
    };

    const turned = (sideways, upwards) => {
      const orbit = goal();
      orbit.theta += sideways / DEGREES;
      const tilt = orbit.phi * DEGREES + upwards;
      orbit.phi = Math.min(Math.max(tilt, TILTS.least), TILTS.most) / DEGREES;
      move(orbit);
    };

    const nearer = (share, said) => {
      const orbit = goal();
      orbit.radius = Math.min(Math.max(orbit.radius * share, first * 0.45), first * 2);
      move(orbit, word(said));
    };

    const spin = (on) => {
      asked = null;
      viewer.autoRotate = on;
      const button = the("spin");
      button.textContent = word(on ? "stop" : "spin");
      button.setAttribute("aria-pressed", String(on));
      say(word(on ? "spinning" : "stopped"));
    };

    const acts = {
      left: () => turned(-STEP, 0),
      right: () => turned(STEP, 0),
      up: () => turned(0, -STEP),
      down: () => turned(0, STEP),
      near: () => nearer(0.8, "nearer"),
      far: () => nearer(1.25, "further"),
      reset: () => move({ theta: 0, phi: 75 / DEGREES, radius: first }),
      spin: () => spin(!viewer.autoRotate),
      whole: () => (document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen()),
    };

    const act = (name) => {
      if (viewer.autoRotate && name !== "spin" && name !== "whole") spin(false);
      acts[name]();
    };

    const failed = () => {
      picture.hidden = true;
      keys.hidden = true;
      the("begin").parentElement.hidden = true;
      solid.querySelectorAll('[data-solid="view"]').forEach((button) => (button.hidden = true));
      solid.querySelector("[data-solid-failed]").hidden = false;
      solid.querySelector("[data-solid-failed]").setAttribute("role", "alert");
    };

    /** Load the viewer from this server and show the object. */
    const begin = async () => {
      the("begin").disabled = true;
      picture.hidden = false;
      say(word("loading"));
      try {
        // side by side: the viewer finds the object in what the browser keeps
        const { small, file: whole } = solid.dataset;
        const source = small && (narrow.matches || navigator.connection?.saveData) ? small : whole;
        const file = fetch(source).then((answer) => answer.arrayBuffer());
        const [{ ModelViewerElement }] = await Promise.all([import(solid.dataset.viewer), file]);
        ModelViewerElement.minimumRenderScale = 0.5;
        viewer = document.createElement("model-viewer");
        Object.assign(viewer, {
          src: source, alt: solid.dataset.title, cameraControls: true, disableTap: true,
          // asked for: also where what was touched is not in sight
          loading: "eager", interactionPrompt: "none", disableZoom: true, disablePan: true, touchAction: "pan-y",
          cameraOrbit: "0deg 75deg 105%", shadowIntensity: 0.6, autoRotateDelay: 0,
        });
        const ready = new Promise((resolve, reject) => {
          viewer.addEventListener("load", resolve, { once: true });
          viewer.addEventListener("error", reject, { once: true });
        });
        picture.append(viewer);
        dress(viewer);
        await ready;
      } catch {
        failed();
        return;
      }
      first = viewer.getCameraOrbit().radius;
      the("begin").parentElement.hidden = true;
      keys.hidden = false;
      solid.querySelectorAll('[data-solid="view"]').forEach((button) => (button.hidden = false));
      solid.dataset.ready = "ready";
      picture.focus({ preventScroll: true });
      sayWhere(viewer.getCameraOrbit());
    };

    stage.hidden = false;
    the("whole").hidden = !document.fullscreenEnabled;
    the("begin").addEventListener("click", begin);
    keys.addEventListener("click", (event) => {
      const button = event.target.closest("[data-solid]");
      if (button && viewer) act(button.dataset.solid);
    });
    // before the viewer's own keys, which would move it twice
    picture.addEventListener("keydown", (event) => {
      const name = KEYS[event.key];
      if (!viewer || !name || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      act(name);
    }, true);
    picture.addEventListener("pointerup", () => {
      asked = null;
    });
    solid.addEventListener("click", (event) => {
      const button = event.target.closest('[data-solid="view"]');
      if (!button || !viewer) return;
      if (viewer.autoRotate) spin(false);
      const { turn, tilt } = button.dataset;
      move({ theta: Number(turn || 0) / DEGREES, phi: (90 - Number(tilt || 0)) / DEGREES, radius: first });
      picture.focus();
    });
  };

  /** Give the viewer its styles as an adopted sheet, and leave the keys to the stage. */
  const dress = (viewer) => {
    const root = viewer.shadowRoot;
    const styles = root.querySelector("template[data-styles]");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles.content.textContent);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    root.querySelectorAll("[tabindex]").forEach((inner) => inner.setAttribute("tabindex", "-1"));
  };

  const canDraw = () => {
    try {
      return Boolean(document.createElement("canvas").getContext("webgl2"));
    } catch {
      return false;
    }
  };

  if (canDraw()) document.querySelectorAll(".solid[data-file]").forEach(prepare);
}
