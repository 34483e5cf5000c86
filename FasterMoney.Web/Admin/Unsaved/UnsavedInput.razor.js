// What is typed and not saved, encrypted by the server, in this browser's own storage. A browser that has none, or is full, keeps nothing,
// and says so to the dialog of a lost connection, which then promises nothing.
const prefix = "fm-unsaved.";

// What this page read or wrote last under each name: another page's newer text is not this page's to remove.
const known = new Map();
const kept = new Set();
const refused = new Set();
let isBehind = false;

for (const kind of ["input", "change"]) {
  document.addEventListener(kind, event => {
    isBehind = event.isTrusted;
    say();
  }, { capture: true });
}

function say() {
  if (refused.size > 0) {
    document.documentElement.dataset.unsaved = "lost";
  } else if (kept.size > 0) {
    document.documentElement.dataset.unsaved = isBehind ? "partly" : "kept";
  } else {
    delete document.documentElement.dataset.unsaved;
  }
}

function all() {
  try {
    return Object.keys(localStorage).filter(name => name.startsWith(prefix)).map(name => name.slice(prefix.length));
  } catch {
    return [];
  }
}

export function names(owner) {
  return all().filter(name => name.startsWith(`${owner}.`));
}

export function read(owner, name, from) {
  try {
    if (from === 0) {
      all().filter(other => !other.startsWith(`${owner}.`)).forEach(other => localStorage.removeItem(prefix + other));
      known.set(name, localStorage.getItem(prefix + name) ?? "");
    }
    return known.get(name).slice(from, from + 20000);
  } catch {
    return "";
  }
}

export function keep(name, text) {
  try {
    if (text === null) {
      throw new Error("Too much");
    }
    localStorage.setItem(prefix + name, text);
    known.set(name, text);
    kept.add(name);
    refused.delete(name);
    isBehind = false;
  } catch {
    kept.delete(name);
    refused.add(name);
  }
  say();
  return kept.has(name);
}

export function confirm() {
  isBehind = false;
  say();
  return true;
}

export function drop(name) {
  try {
    if (localStorage.getItem(prefix + name) === known.get(name)) {
      localStorage.removeItem(prefix + name);
    }
  } catch {
    // Nothing is kept there.
  }
  kept.delete(name);
  refused.delete(name);
  say();
  return true;
}
