// Keys of a conversation: Enter asks, Shift+Enter makes a new line, Esc closes. New text stays in view while the reader is at the end.
export function start(panel) {
  const stopping = new AbortController();
  const options = { signal: stopping.signal };
  const box = panel.querySelector("[data-ask-box]");
  const log = panel.querySelector("[role='log']");
  let atEnd = true;

  const coversScreen = () => panel.getBoundingClientRect().width >= document.documentElement.clientWidth;

  // A sheet over everything keeps the focus; beside the page the focus moves on.
  function wrap(event) {
    const stops = [...panel.querySelectorAll("a[href], button:not(:disabled), textarea, [tabindex='0']")].filter(each => each.offsetParent !== null);
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement === edge) {
      event.preventDefault();
      (event.shiftKey ? stops.at(-1) : stops[0]).focus();
    }
  }

  panel.addEventListener("keydown", event => {
    if (event.key === "Enter" && event.target === box && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      panel.querySelector("[data-ask]")?.click();
    } else if (event.key === "Escape" && !event.isComposing) {
      // The page has its own meaning for Esc.
      event.preventDefault();
      event.stopPropagation();
      panel.querySelector("[data-close-chat]").click();
    } else if (event.key === "Tab" && coversScreen()) {
      wrap(event);
    }
  }, options);

  // What a tool made is on another page, which a sheet over everything would hide.
  panel.addEventListener("click", event => {
    if (event.target.closest("a[href]") && coversScreen()) {
      panel.querySelector("[data-close-chat]").click();
    }
  }, options);

  log.addEventListener("scroll", () => {
    atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 48;
  }, options);

  const watching = new MutationObserver(() => {
    if (atEnd) {
      log.scrollTop = log.scrollHeight;
    }
  });
  watching.observe(log, { childList: true, subtree: true, characterData: true });
  box.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest" });

  return {
    stop: () => {
      stopping.abort();
      watching.disconnect();
    },
  };
}
