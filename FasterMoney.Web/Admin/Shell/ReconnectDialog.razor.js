const dialog = document.getElementById("components-reconnect-modal");

// A short drop (a lift, a sleeping laptop) mends itself; only a longer one is worth a dialog.
const patience = 700;
const pause = 3000;

// A connection that is cut without a word is noticed this late, and what was typed meanwhile did not arrive.
const unnoticed = 40_000;
const typed = new Map();
let waiting;
let asking;
let cutAt = 0;

function show(state) {
  dialog.dataset.state = state;
  if (!dialog.open) {
    dialog.showModal();
  }
}

function hide() {
  clearTimeout(waiting);
  clearTimeout(asking);
  dialog.close();
}

// The server ended the page. What was typed is kept and offered, so that the browser need not ask before it goes; what this browser
// could not keep stays on the screen until its person says so.
function comeBack() {
  if (document.documentElement.dataset.unsaved === "lost") {
    show("ended");
  } else {
    reload();
  }
}

function reload() {
  window.addEventListener("beforeunload", event => event.stopImmediatePropagation(), { capture: true });
  location.reload();
}

async function reconnect() {
  try {
    if (await Blazor.reconnect()) {
      hide();
      tellAgain();
    } else {
      comeBack();
    }
  } catch {
    fail();
  }
}

// The framework has given up. Nobody has to stay and press a button.
function fail() {
  show("failed");
  clearTimeout(asking);
  asking = setTimeout(async () => {
    const isThere = await fetch("/health/live", { cache: "no-store" }).then(answer => answer.ok, () => false);
    if (dialog.dataset.state === "failed" && dialog.open) {
      await (isThere ? reconnect() : fail());
    }
  }, pause);
}

for (const kind of ["input", "change"]) {
  document.addEventListener(kind, event => {
    if (event.isTrusted && event.target.type !== "file") {
      typed.set(event.target, { kind, at: Date.now() });
    }
    if (typed.size > 50) {
      [...typed.keys()].filter(field => !field.isConnected).forEach(field => typed.delete(field));
    }
  }, { capture: true });
}

// The server may not have heard the last words: what the screen shows and what is saved would differ.
function tellAgain() {
  for (const [field, { kind, at }] of typed) {
    const isCurrent = field.isConnected && at > cutAt - unnoticed && (field.type !== "radio" || field.checked);
    if (isCurrent && field.getAttribute("role") !== "combobox") {
      field.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  }
  typed.clear();
}

dialog.addEventListener("components-reconnect-state-changed", ({ detail }) => {
  clearTimeout(waiting);
  switch (detail.state) {
    case "show":
      cutAt = Date.now();
      waiting = setTimeout(() => show("show"), patience);
      break;
    case "hide":
      hide();
      tellAgain();
      break;
    case "rejected":
    case "resume-failed":
      comeBack();
      break;
    case "failed":
      fail();
      break;
    default:
      show(detail.state);
      break;
  }
});

dialog.addEventListener("cancel", event => event.preventDefault());
document.getElementById("reconnect-now").addEventListener("click", reconnect);
document.getElementById("look-now").addEventListener("click", () => dialog.close());
document.getElementById("reload-now").addEventListener("click", reload);
