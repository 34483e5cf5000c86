// The keys of a menu: the first item has the focus when it opens, arrows, Home and End move, Esc closes the menu alone and Tab leaves it.
// What is refused can be reached as well, because its reason stands in it, and the right arrow leads on to the guide about it.
export function start(button, menu) {
  const stopping = new AbortController();
  const options = { signal: stopping.signal };
  const items = () => [...menu.querySelectorAll("button[role=menuitem]")];
  const whyOf = act => act.matches("[aria-describedby]") ? act.nextElementSibling.nextElementSibling : null;

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
    const here = document.activeElement;
    const act = here.matches("a") ? here.previousElementSibling.previousElementSibling : here;
    const at = all.indexOf(act);
    const next = { ArrowDown: all[(at + 1) % all.length], ArrowUp: all.at(at - 1), Home: all[0], End: all.at(-1), ArrowRight: whyOf(act), ArrowLeft: act }[event.key];
    if (next) {
      event.preventDefault();
      next.focus();
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
