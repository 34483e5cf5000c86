// The keys of a menu: the first item has the focus when it opens, arrows, Home and End move, Esc closes the menu alone and Tab leaves it.
// What is refused can be reached as well, because its reason stands in it.
export function start(button, menu) {
  const stopping = new AbortController();
  const options = { signal: stopping.signal };
  const items = () => [...menu.querySelectorAll("[role=menuitem]")];

  function close() {
    menu.hidePopover();
    button.focus();
  }

  button.addEventListener("keydown", event => {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      if (menu.matches(":popover-open")) {
        items()[0]?.focus();
      } else {
        button.click();
      }
    }
  }, options);

  menu.addEventListener("toggle", event => {
    if (event.newState === "open") {
      items()[0]?.focus();
    }
  }, options);

  menu.addEventListener("keydown", event => {
    const all = items();
    const at = all.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      all.at(next % all.length).focus();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") {
      close();
    }
  }, options);

  menu.addEventListener("click", event => {
    if (event.target.closest("[role=menuitem]:not([aria-disabled])")) {
      close();
    }
  }, options);

  return { stop: () => stopping.abort() };
}
