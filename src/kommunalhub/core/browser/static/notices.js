// Who follows a notice has read it, in this tab or in a new one. Without this file the button
// beside the notice says so.
"use strict";

for (const link of document.querySelectorAll("a[data-notice]")) {
  const form = link.closest("form");
  const read = () => {
    const data = new FormData(form);
    data.set("read", link.dataset.notice);
    fetch(form.action, { method: "POST", body: data, keepalive: true, redirect: "manual" });
    link.closest("li").classList.remove("unread");
  };
  link.addEventListener("click", read);
  link.addEventListener("auxclick", (event) => {
    if (event.button === 1) read();
  });
}
