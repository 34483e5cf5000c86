// The text stays here until it is asked for, piece by piece.
export function start(box, button) {
  box.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      button.click();
    }
  });
}

export function length(box) {
  return box.value.trim().length === 0 ? 0 : box.value.length;
}

// Half a character cannot travel: what stands alone is replaced, and a pair is not cut in two.
export function piece(box, start, most) {
  const text = box.value.toWellFormed ? box.value.toWellFormed() : box.value;
  let end = Math.min(start + most, text.length);
  const last = text.charCodeAt(end - 1);
  if (end < text.length && last >= 0xd800 && last <= 0xdbff) {
    end -= 1;
  }
  return text.slice(start, end);
}

export function show(box, start, length) {
  box.focus();
  box.setSelectionRange(start, start + length);
  const before = box.value.slice(0, start).split('\n').length - 1;
  box.scrollTop = Math.max(0, before * parseFloat(getComputedStyle(box).lineHeight) - box.clientHeight / 2);
  box.scrollIntoView({ block: 'nearest' });
}
