export function focusFirstInvalid(root) {
  root?.querySelector('[aria-invalid="true"]')?.focus();
}
