// The first results while somebody types, and the keys: / goes to the search, the arrows move through what was found.
const box = document.querySelector("[data-help-search]");
const results = document.querySelector("[data-help-results]");
const count = document.querySelector("[data-help-count]");
let pending;
let latest = box.value.trim();
let isSubmitting = false;

// Said is what stays typed: only that is kept when it found nothing.
async function ask(isSaid) {
  const words = latest = box.value.trim();
  const answer = await fetch(`/help/results?q=${encodeURIComponent(words)}${isSaid ? "&said=yes" : ""}`);
  if (answer.ok && !answer.redirected && words === latest) {
    results.innerHTML = await answer.text();
    count.textContent = results.querySelector("[data-count]")?.textContent ?? "";
  }
}

function move(step) {
  const stops = [box, ...results.querySelectorAll("li a")];
  const next = stops.indexOf(document.activeElement) + step;
  stops[Math.min(stops.length - 1, Math.max(0, next))].focus();
}

box.addEventListener("input", () => {
  clearTimeout(pending);
  pending = setTimeout(() => ask(false).catch(() => {}), 120);
});

box.form.addEventListener("submit", () => {
  isSubmitting = true;
});

box.addEventListener("change", () => setTimeout(() => {
  if (!isSubmitting && box.value.trim() !== "" && !results.querySelector("li")) {
    ask(true).catch(() => {});
  }
}, 400));

document.addEventListener("keydown", event => {
  const isHere = event.target === box || results.contains(event.target);
  if (event.key === "/" && event.target !== box) {
    event.preventDefault();
    box.focus();
    box.select();
  } else if (isHere && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Escape" && event.target !== box && isHere) {
    box.focus();
  }
});
