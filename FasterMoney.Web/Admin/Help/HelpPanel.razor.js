// Links to a guide open it beside the work. Where this does not run, they lead to its page.
let opener = null;
let listener = null;
let waiting = null;

const panel = () => document.querySelector("[data-help-panel]");

// Whatever had the focus gets it back; where that is gone, the button in the bar does.
function giveBack() {
  const target = opener?.isConnected ? opener : document.querySelector("[data-help-button]");
  opener = null;
  target?.focus({ preventScroll: true });
}

// The real button on the page does it, so that nobody is offered more than it allows.
function press(name) {
  const button = document.querySelector(`[data-fix="${CSS.escape(name)}"]:not(:disabled)`);
  button?.scrollIntoView({ block: "nearest" });
  button?.focus();
  button?.click();
  return button !== null;
}

// Puts the question into the assistant's box, about the invoice that is open if one is. The person asks it, or changes it first.
async function ask(question) {
  const around = document.querySelector(".drawer:has([data-ask-button])") ?? document;
  const button = around.querySelector("[data-ask-button]");
  if (button?.getAttribute("aria-expanded") !== "true") {
    button?.click();
  }
  for (let tries = 0; tries < 100 && button; tries++) {
    const box = button.parentElement.querySelector("[data-ask-box]");
    if (box) {
      box.value = question;
      box.dispatchEvent(new Event("input", { bubbles: true }));
      box.focus();
      return;
    }
    await new Promise(done => setTimeout(done, 50));
  }
}

// Listens as soon as the page loads, and before Blazor hears of the click, which would otherwise leave the page.
document.addEventListener("click", event => {
  const link = event.target.closest?.("a[href]");
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || "whole" in link.dataset) {
    return;
  }
  const isInPanel = panel()?.contains(link);
  const [, name, heading] = link.getAttribute("href").match(/^\/help\/([\w-]+)(?:#(.+))?$/) ?? [];
  if (name && document.querySelector("[data-help-button]")) {
    event.preventDefault();
    if (!isInPanel) {
      const menu = link.closest("[popover]");
      opener = (menu && document.querySelector(`[popovertarget="${menu.id}"]`)) ?? link;
    }
    open(name, heading ?? null);
  } else if (isInPanel && "ask" in link.dataset) {
    event.preventDefault();
    ask(link.dataset.ask);
  } else if (isInPanel && "press" in link.dataset && press(link.dataset.press)) {
    event.preventDefault();
  }
}, { capture: true });

document.addEventListener("click", event => {
  if (event.target.closest?.("[data-help-button]")) {
    opener = event.target.closest("[data-help-button]");
  } else if (event.target.closest?.("[data-close-help]")) {
    giveBack();
  }
});

// The page and an open dialog have their own meaning for Esc.
document.addEventListener("keydown", event => {
  if (event.key === "Escape" && panel()?.contains(event.target)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    panel().querySelector("[data-close-help]").click();
  }
}, { capture: true });

// A click that came before the server's first word is heard once it is there.
function open(name, heading) {
  if (listener) {
    listener.invokeMethodAsync("Show", name, heading);
  } else {
    waiting = [name, heading];
  }
}

export function start(page) {
  listener = page;
  if (waiting) {
    open(...waiting);
    waiting = null;
  }

  return {
    stop() {
      if (listener === page) {
        listener = null;
      }
    },
  };
}

// Shows the heading, or the beginning, and moves the focus there.
export function show(heading) {
  const here = panel();
  const place = heading ? here?.querySelector(`#${CSS.escape(heading)}`) : null;
  if (place) {
    place.scrollIntoView({ block: "start" });
    place.querySelector("a")?.focus({ preventScroll: true });
  } else {
    here?.querySelector("[data-help-scroll]").scrollTo(0, 0);
    here?.querySelector("h2").focus({ preventScroll: true });
  }
}
