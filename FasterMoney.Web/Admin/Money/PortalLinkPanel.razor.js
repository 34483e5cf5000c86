// Copying and opening happen inside the browser's own click: after a round trip to the server the browser
// would block the new tab, and some would refuse the clipboard.

// Both listen as soon as the page loads: a click that came before the server's first word would otherwise copy nothing, or
// open the customer's page as a customer, and count as one.
document.addEventListener("click", event => {
  const button = event.target.closest?.("[data-copy]");
  if (button) {
    if (!button.disabled && button.dataset.copy) {
      const { copy: text, copyHtml: html, invoice, message } = button.dataset;
      copy(answerOf(button), { text, html }, invoice ?? message);
    }
  } else if (event.target.closest?.("button")) {
    // Whatever is done next may change the link: what was said about the old one must not stand beside it.
    document.querySelectorAll("[data-copy-answer]").forEach(quiet);
  }
});

// With any key and with the wheel as well. Only Alt, which saves the address, is left to the browser.
for (const kind of ["click", "auxclick"]) {
  document.addEventListener(kind, event => {
    const link = event.target.closest?.("a[data-preview]");
    if (link?.href && event.button < 2 && !event.altKey) {
      event.preventDefault();
      window.open(link.dataset.preview, "_blank", "noopener");
    }
  });
}

document.addEventListener("keydown", event => {
  const byHand = event.key === "Escape" && event.target.closest?.("[data-by-hand]");
  if (byHand) {
    event.preventDefault();
    event.stopPropagation();
    quiet(byHand.closest("[data-copy-answer]"));
  }
}, { capture: true });

// Which component hears of the copies made beside an answer, and those that it has not heard of yet.
const listeners = new WeakMap();
const untold = new WeakMap();
const clearing = new WeakMap();

export function start(root, page) {
  const answer = root.querySelector("[data-copy-answer]");
  listeners.set(answer, page);
  if (untold.has(answer)) {
    note(answer, untold.get(answer));
  }

  return {
    stop() {
      clearTimeout(clearing.get(answer));
      listeners.delete(answer);
    },
  };
}

// What the server made in answer to a click; a browser that has forgotten the click by then shows it to be copied by hand.
export function copyNow(root, text, html) {
  return copy(root.querySelector("[data-copy-answer]"), { text, html });
}

function answerOf(button) {
  for (let around = button.parentElement; around; around = around.parentElement) {
    const answer = around.querySelector("[data-copy-answer]");
    if (answer) {
      return answer;
    }
  }
  return null;
}

function quiet(answer) {
  const told = answer.querySelector("[role=status]");
  clearTimeout(clearing.get(answer));
  told.textContent = "";
  told.removeAttribute("aria-label");
  answer.querySelector("[data-by-hand]").hidden = true;
}

async function copy(answer, content, about) {
  quiet(answer);
  if (!await toClipboard(content)) {
    showByHand(answer, content.text);
    return;
  }

  const told = answer.querySelector("[role=status]");
  told.textContent = told.dataset.copied;
  told.setAttribute("aria-label", told.dataset.copied);
  clearing.set(answer, setTimeout(() => quiet(answer), 8000));
  note(answer, about);
}

// The note is a courtesy to colleagues: the link is copied whether or not the server hears of it.
function note(answer, about) {
  if (listeners.has(answer)) {
    untold.delete(answer);
    listeners.get(answer)?.invokeMethodAsync("NoteCopied", about).catch(() => {});
  } else {
    untold.set(answer, about);
  }
}

function showByHand(answer, text) {
  const byHand = answer.querySelector("[data-by-hand]");
  const box = byHand.querySelector("input, textarea");
  byHand.querySelector("[data-keys]").textContent = `Press ${isApple() ? "⌘C" : "Ctrl+C"} to copy what is selected.`;
  box.value = text;
  byHand.hidden = false;
  box.focus();
  box.select();
}

async function toClipboard(content) {
  if (window.isSecureContext && navigator.clipboard) {
    try {
      await write(content);
      return true;
    } catch {
      // Not allowed by the browser or by policy; the older way may still be.
    }
  }
  return bySelection(content);
}

function write({ text, html }) {
  const blob = (kind, of) => new Blob([of], { type: kind });
  return html
    ? navigator.clipboard.write([new ClipboardItem({ "text/plain": blob("text/plain", text), "text/html": blob("text/html", html) })])
    : navigator.clipboard.writeText(text);
}

// Believes only the copy event itself: some browsers answer "true" for a copy that did not happen.
function bySelection({ text, html }) {
  const before = document.activeElement;
  const box = document.createElement("textarea");
  let happened = false;
  const fill = event => {
    event.clipboardData.setData("text/plain", text);
    if (html) {
      event.clipboardData.setData("text/html", html);
    }
    event.preventDefault();
    happened = true;
  };
  box.value = text;
  box.setAttribute("readonly", "");
  box.style.cssText = "position:fixed;top:0;left:0;width:1px;height:1px;opacity:0";
  document.body.append(box);
  box.select();
  document.addEventListener("copy", fill, { capture: true, once: true });
  try {
    return document.execCommand("copy") && happened;
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", fill, { capture: true });
    box.remove();
    before?.focus?.({ preventScroll: true });
  }
}

function isApple() {
  return /mac|iphone|ipad/i.test(navigator.userAgentData?.platform ?? navigator.platform);
}
