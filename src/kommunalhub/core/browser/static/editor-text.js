// A plugin of the editor: what nobody touched is sent as it came, and what is pasted is sent to the
// site, which answers with what it means. See editorial/writing/editor.
"use strict";

tinymce.PluginManager.add("hubtext", (editor) => {
  const { options } = editor;
  options.register("hub_site", { processor: "string", default: "" });
  options.register("hub_words", { processor: "object", default: {} });

  // Addresses stay as they are written; those that dialogs make of pages of the site are short.
  const SITE = /^(?:\/[^?#]*)?\/resolveuid\//;
  options.set("urlconverter_callback", (url) => url.replace(SITE, "resolveuid/"));

  // The editor writes HTML in its own way: in another order, with other entities. A text that it
  // gives back as it was read is sent as it stood in the form.
  const area = editor.getElement();
  const before = area.value;
  let read = null;
  editor.on("init", () => { read = editor.getContent(); });
  area.form?.addEventListener("formdata", ({ formData }) => {
    if (read !== null && formData.get(area.name) === read) formData.set(area.name, before);
  });

  const words = options.get("hub_words");
  const say = (text) => editor.notificationManager.open({ text, type: "info", timeout: 9000 });

  // Pictures do not travel: a number stands in their place, of the same form.
  const PICTURE = /data:(image\/(?:png|jpeg|gif|webp));base64,[A-Za-z0-9+/=\s]+/gi;
  const NUMBER = /data:image\/[a-z]+;base64,(\d{8})(?=["'])/g;

  const clean = async (html) => {
    const pictures = [];
    const light = html.replace(PICTURE, (address, kind) => {
      pictures.push(address);
      return `data:${kind};base64,${String(pictures.length).padStart(8, "0")}`;
    });
    const answer = await fetch(`${options.get("hub_site")}/@@pasted-html`, {
      method: "POST",
      body: new URLSearchParams({ html: light }),
    });
    if (!answer.ok) throw new Error(answer.status);
    const found = await answer.json();
    return {
      left: found.pictures,
      html: found.html.replace(NUMBER, (_all, number) => pictures[Number(number) - 1]),
    };
  };

  const insert = (html) => {
    editor.execCommand("mceInsertClipboardContent", false, { html, internal: true });
  };

  // What comes out of this editor, or has no more than paragraphs, needs no cleaning.
  editor.on("PastePreProcess", (event) => {
    const plain = !/<(?!\/|(?:p|br)\s*\/?>)/i.test(event.content);
    if (event.internal || plain || !options.get("hub_site")) return;
    event.preventDefault();
    const pasted = event.content;
    const caret = editor.selection.getBookmark(2, true);
    editor.setProgressState(true);
    clean(pasted)
      .catch(() => ({ html: pasted, failed: true, left: 0 }))
      .then(({ html, left, failed }) => {
        editor.setProgressState(false);
        editor.focus();
        editor.selection.moveToBookmark(caret);
        insert(html);
        if (failed) say(words.failed);
        if (left) say(words.pictures);
      });
  });
});
