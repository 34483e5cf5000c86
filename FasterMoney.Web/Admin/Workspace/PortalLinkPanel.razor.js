// Copying and opening happen inside the browser's own click: after a round trip to the server the browser
// would block the new tab, and some would refuse the clipboard.

// Listens as soon as the page loads: a click that came before the server's first word would otherwise open the customer's
// page as a customer, and count as one.
document.addEventListener("click", event => {
  const link = event.target.closest?.("a[data-preview]");
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (link?.href && isPlain) {
    event.preventDefault();
    window.open(link.dataset.preview, "_blank", "noopener");
  }
});

export function start(root, page) {
  const stopping = new AbortController();
  const answer = root.querySelector("[data-copy-answer]");
  const told = answer.querySelector("[role=status]");
  const byHand = answer.querySelector("[data-by-hand]");
  let clearing;

  function quiet() {
    clearTimeout(clearing);
    told.textContent = "";
    told.removeAttribute("aria-label");
    byHand.hidden = true;
  }

  function copied(invoice) {
    told.textContent = told.dataset.copied;
    told.setAttribute("aria-label", told.dataset.copied);
    clearing = setTimeout(quiet, 8000);
    // The note is a courtesy to colleagues: the link is copied whether or not the server hears of it.
    page?.invokeMethodAsync("NoteCopied", invoice).catch(() => {});
  }

  function showByHand(url) {
    const box = byHand.querySelector("input");
    byHand.querySelector("[data-keys]").textContent = isApple()
      ? "Press ⌘C to copy the selected link."
      : "Press Ctrl+C to copy the selected link.";
    box.value = url;
    byHand.hidden = false;
    box.focus();
    box.select();
  }

  async function copy(url, invoice) {
    quiet();
    if (await toClipboard(url)) {
      copied(invoice);
    } else {
      showByHand(url);
    }
  }

  root.addEventListener("click", event => {
    const button = event.target.closest("[data-copy]");
    if (button) {
      if (!button.disabled && button.dataset.copy) {
        copy(button.dataset.copy, button.dataset.invoice);
      }
      return;
    }

    // Whatever is done next may change the link: what was said about the old one must not stand beside it.
    if (event.target.closest("button")) {
      quiet();
    }
  }, { signal: stopping.signal });

  byHand.addEventListener("keydown", event => {
    if (event.key === "Escape") {
      event.preventDefault();
      quiet();
    }
  }, { signal: stopping.signal });

  return {
    stop() {
      clearTimeout(clearing);
      stopping.abort();
    },
  };
}

async function toClipboard(text) {
  if (window.isSecureContext && navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Not allowed by the browser or by policy; the older way may still be.
    }
  }
  return bySelection(text);
}

// Believes only the copy event itself: some browsers answer "true" for a copy that did not happen.
function bySelection(text) {
  const before = document.activeElement;
  const box = document.createElement("textarea");
  let happened = false;
  const fill = event => {
    event.clipboardData.setData("text/plain", text);
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
