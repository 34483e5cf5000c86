// Listens before it asks, in one go, so that no change of the system's look falls between the two.
export function start(page) {
  const stopping = new AbortController();
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const tell = () => page.invokeMethodAsync("SystemChanged", dark.matches);
  dark.addEventListener("change", tell, { signal: stopping.signal });
  tell();
  return { stop: () => stopping.abort() };
}
