// Placeholders go in where the cursor is, and that is known only here.
export function start(root) {
  const stopping = new AbortController();
  const options = { signal: stopping.signal };
  let last = null;

  root.addEventListener("focusin", event => {
    if (event.target.matches("[data-takes]")) {
      last = event.target;
    }
  }, options);

  root.addEventListener("click", event => {
    const button = event.target.closest("[data-insert]");
    if (!button) {
      return;
    }
    // The link belongs into the text, wherever the cursor was.
    const isLink = button.dataset.insert === "{{portal_link}}";
    const box = !isLink && last?.isConnected ? last : root.querySelector("[data-takes=body]");
    box.focus();
    box.setRangeText(button.dataset.insert, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }, options);

  return { stop: () => stopping.abort() };
}
