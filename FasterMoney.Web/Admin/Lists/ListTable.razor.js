// Keys for people who live in a list: / searches, up and down move, Enter opens, Esc closes.
// Enter needs no code here: the focus sits on the row's own link.
export function start(frame) {
  const stopping = new AbortController();
  const options = { signal: stopping.signal };
  let last = null;

  const links = () => [...frame.querySelectorAll("a[data-row]")];
  const isBusyElsewhere = () => document.querySelector(".mud-dialog, dialog[open], [popover]:popover-open");
  const isTyping = target => target.closest("input, textarea, select, [contenteditable='true']");

  function move(step) {
    const all = links();
    if (all.length === 0) {
      return;
    }
    const here = all.indexOf(document.activeElement);
    const from = here >= 0 ? here : all.findIndex(link => link.hasAttribute("aria-current"));
    const next = from < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, from + step));
    all[next].focus();
    all[next].scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusyElsewhere()) {
      return;
    }
    const search = document.querySelector("input[data-search]");
    if (event.key === "/" && !isTyping(event.target)) {
      event.preventDefault();
      search?.focus();
      search?.select();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const inList = frame.contains(event.target) || event.target === search || event.target === document.body || event.target.id === "content" || event.target.tagName === "H1";
      if (inList && !(isTyping(event.target) && event.target !== search)) {
        event.preventDefault();
        move(event.key === "ArrowDown" ? 1 : -1);
      }
    } else if (event.key === "Escape") {
      const close = document.querySelector("a[data-close-drawer]");
      if (close && !(event.target === search && search.value !== "")) {
        event.preventDefault();
        close.click();
      }
    }
  }, options);

  // The whole row is a target for the mouse; the link in it stays the one for keyboards and screen readers.
  frame.addEventListener("click", event => {
    const row = event.target.closest("tbody tr");
    if (row && !event.target.closest("a, button, input, label") && getSelection().isCollapsed) {
      row.querySelector("a[data-row]")?.click();
    }
  }, options);

  frame.addEventListener("focusin", event => {
    if (event.target.matches("a[data-row]")) {
      last = event.target.getAttribute("href");
    }
  }, options);

  // When the drawer closes, its focus has nowhere to go: give it back to the row it came from.
  document.addEventListener("click", event => {
    if (event.target.closest("a[data-close-drawer]")) {
      const current = frame.querySelector("a[data-row][aria-current]") ?? links().find(link => link.getAttribute("href") === last);
      requestAnimationFrame(() => current?.focus({ preventScroll: true }));
    }
  }, options);

  return { stop: () => stopping.abort() };
}
