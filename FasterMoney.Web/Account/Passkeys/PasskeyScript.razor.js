// Shows the passkey forms where the browser can use them, and fills their hidden field with what the authenticator answers.
const usable = Boolean(navigator.credentials && window.PublicKeyCredential?.parseCreationOptionsFromJSON
  && window.PublicKeyCredential?.parseRequestOptionsFromJSON);

for (const missing of document.querySelectorAll('[data-passkey-missing]')) {
  missing.hidden = usable;
}

for (const form of usable ? document.querySelectorAll('form[data-passkey]') : []) {
  form.hidden = false;
  form.addEventListener('submit', event => {
    event.preventDefault();
    void ask(form);
  });
}

async function ask(form) {
  const message = form.querySelector('[data-passkey-message]');
  const button = form.querySelector('button');
  message.textContent = '';
  button.disabled = true;
  try {
    const answer = await fetch(form.dataset.passkey, { method: 'POST', body: new FormData(form) });
    if (!answer.ok) {
      throw new Error('options');
    }
    const options = await answer.json();
    const credential = form.dataset.passkeyMakes === undefined
      ? await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
      : await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  } catch (problem) {
    button.disabled = false;
    message.textContent = textFor(problem);
  }
}

function textFor(problem) {
  if (problem.name === 'NotAllowedError') {
    return 'No passkey was used. Try again when you are ready.';
  }
  if (problem.name === 'InvalidStateError') {
    return 'This device already has a passkey for your account.';
  }
  if (problem.message === 'options') {
    return 'This page is out of date. Reload it and try again.';
  }
  return 'The browser could not use a passkey here. Use your password instead.';
}
