// A plugin of the editor: text blocks of the administration, found by words, put where the caret
// stands. What is to be filled in is marked as a gap: with one, no page is handed in. See
// editorial/writing/blocks.
"use strict";

tinymce.PluginManager.add("hubblocks", (editor) => {
  const { options } = editor;
  options.register("hub_blocks", { processor: "string", default: "" });
  options.register("hub_words", { processor: "object", default: {} });
  const place = options.get("hub_blocks");
  if (!place) return;
  const words = options.get("hub_words");
  const STILL = 300; // milliseconds without a letter before it is looked for
  const MOST = 30;

  const make = (name, attributes = {}, ...inside) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...inside);
    return element;
  };

  // Blocks are plain text: empty lines part paragraphs, what stands in square brackets is a gap.
  const asHTML = (text) =>
    text
      .split(/\n\s*\n/)
      .map((part) => editor.dom.encode(part.trim()).replace(/\n/g, "<br>"))
      .map((part) => `<p>${part.replace(/\[[^\][]+\]/g, "<mark>$&</mark>")}</p>`)
      .join("");

  const open = () => {
    const caret = editor.selection.getBookmark(2, true);
    const id = (name) => `hub-blocks-${name}`;
    const query = make("input", { type: "search", id: id("q"), maxlength: 200, autocomplete: "off" });
    const status = make("p", { role: "status", class: "told" });
    const list = make("div", { class: "targets" });
    const found = make("fieldset", { hidden: "" }, make("legend", {}, words.link_found), list);
    const dialog = make("dialog", { class: "hub-dialog", "aria-labelledby": id("title") },
      make("form", { method: "dialog" },
        make("h2", { id: id("title") }, words.blocks),
        make("label", { for: id("q") }, words.blocks_find),
        query,
        status,
        found,
        make("p", { class: "help" },
          make("a", { href: `${place}/@@textbausteine`, target: "_blank" },
            `${words.blocks_keep} `, make("span", { class: "visually-hidden" }, words.blocks_new_tab))),
        make("div", { class: "acts" },
          make("button", { type: "submit", class: "btn btn-primary" }, words.blocks_insert),
          make("button", { type: "button", class: "btn btn-secondary" }, words.cancel))));
    const form = dialog.querySelector("form");

    let timer = 0;
    let asking = null;

    const row = (block) => {
      const radio = make("input", { type: "radio", name: id("block"), id: id(block.number) });
      radio.block = block;
      return make("label", { for: id(block.number) }, radio,
        make("span", {}, make("b", {}, block.title), make("small", {}, block.text)));
    };

    const look = async () => {
      asking?.abort();
      asking = new AbortController();
      const asked = new URLSearchParams({ q: query.value.trim(), b_size: MOST });
      try {
        const answer = await fetch(`${place}/@text-blocks?${asked}`, {
          signal: asking.signal,
          headers: { Accept: "application/json" },
        });
        if (!answer.ok) throw new Error(answer.status);
        const { items } = await answer.json();
        list.replaceChildren(...items.map(row));
        found.hidden = !items.length;
        status.textContent = items.length ? "" : words.blocks_none;
      } catch (error) {
        if (error.name !== "AbortError") status.textContent = words.link_lost;
      }
    };

    const close = () => {
      dialog.close();
      dialog.remove();
      editor.focus();
      editor.selection.moveToBookmark(caret);
    };

    query.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(look, STILL);
    });
    query.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      list.querySelector("input")?.click();
      list.querySelector("input")?.focus();
    });
    form.querySelector("button[type=button]").addEventListener("click", close);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const block = list.querySelector("input:checked")?.block;
      if (!block) {
        status.textContent = words.choose;
        query.focus();
        return;
      }
      close();
      editor.insertContent(asHTML(block.text));
    });
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      close();
    });

    document.body.append(dialog);
    dialog.showModal();
    query.focus();
    look();
  };

  editor.ui.registry.addButton("hubblocks", { icon: "template", tooltip: words.blocks, onAction: open });
  editor.ui.registry.addMenuItem("hubblocks", { icon: "template", text: words.blocks, onAction: open });
});
