// The cookie lets the server send the right colours with the first byte of the next page.
export function remember(cookie, theme) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${cookie}=${theme}; path=/; max-age=31536000; samesite=lax${secure}`;
  document.documentElement.dataset.theme = theme;
}
