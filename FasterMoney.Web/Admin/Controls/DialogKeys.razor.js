// A dialog begins in its first field, Enter does what it asks for, Escape asks before it throws away what was typed, and at its end the
// focus is where it was. What had the focus may be gone by then, or after any act: it goes to the nearest heading, never to nowhere.
const fields = "input:not([type=hidden], [readonly], :disabled), textarea:not(:disabled), select:not(:disabled)";

export function start(page) {
  const stopping = new AbortController();
  const open = new Map();
  let trail = [];

  const listen = (kind, heard) => document.addEventListener(kind, heard, { capture: true, signal: stopping.signal });
  const top = () => [...document.querySelectorAll(".mud-dialog")].at(-1);

  function trailOf(element) {
    const steps = [];
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      steps.push(at);
    }
    return steps;
  }

  const canTake = element => element.isConnected && !element.matches(":disabled") && element.getClientRects().length > 0;

  function goHome() {
    const place = trail.find(step => step.isConnected && step.matches("section, aside, main, .mud-dialog"));
    const target = place?.querySelector("h1, h2, h3, h4") ?? place;
    trail = [];
    if (target) {
      target.tabIndex = target.tabIndex < 0 ? -1 : target.tabIndex;
      target.focus({ preventScroll: true });
    }
  }

  function mend() {
    if (document.activeElement !== document.body || trail.length === 0 || (trail[0].isConnected && trail[0].matches(":disabled"))) {
      return;
    }
    if (canTake(trail[0])) {
      trail[0].focus({ preventScroll: true });
    } else {
      goHome();
    }
  }

  function begin(dialog) {
    const entry = open.get(dialog);
    const first = dialog.querySelector(fields);
    if (first && !entry.isTouched && document.activeElement !== first && !document.activeElement?.matches?.(fields)) {
      first.focus();
    }
  }

  const watching = new MutationObserver(() => {
    for (const dialog of document.querySelectorAll(".mud-dialog")) {
      if (!open.has(dialog)) {
        open.set(dialog, { from: trail, isTouched: false, isTyped: false });
      }
      begin(dialog);
    }
    for (const [dialog, entry] of open) {
      if (!dialog.isConnected) {
        open.delete(dialog);
        trail = entry.from;
      }
    }
    setTimeout(mend);
  });
  watching.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] });

  listen("focusin", event => {
    const dialog = event.target.closest(".mud-dialog");
    if (dialog && open.has(dialog)) {
      begin(dialog);
    }
    trail = trailOf(document.activeElement);
  });

  listen("pointerdown", event => {
    const dialog = event.target.closest?.(".mud-dialog");
    if (dialog && open.has(dialog)) {
      open.get(dialog).isTouched = true;
    }
    trail = [];
  });

  listen("input", event => {
    const entry = open.get(event.target.closest(".mud-dialog"));
    if (entry) {
      entry.isTyped = true;
    }
  });

  listen("keydown", event => {
    const dialog = top();
    if (!dialog || event.isComposing) {
      return;
    }
    const entry = open.get(dialog);
    if (entry) {
      entry.isTouched = true;
    }
    if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey) {
      const main = dialog.querySelector(".fm-button-primary");
      if (main && dialog.contains(event.target) && event.target.matches("input:not([role=combobox], [type=file])")) {
        event.preventDefault();
        main.click();
      }
    } else if (event.key === "Escape") {
      const leave = dialog.querySelector("[data-cancel]");
      if (leave) {
        event.preventDefault();
        event.stopImmediatePropagation();
        close(entry, leave);
      }
    }
  });

  async function close(entry, leave) {
    if (!entry?.isTyped || await page.invokeMethodAsync("MayDiscard")) {
      leave.click();
    }
  }

  return {
    stop() {
      stopping.abort();
      watching.disconnect();
    },
  };
}
