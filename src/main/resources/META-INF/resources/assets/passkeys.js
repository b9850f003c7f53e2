// Asks the browser for a passkey, puts what it gives into the form's field, and sends the form. Without scripts or passkeys the form stays hidden, or says so.
'use strict';
(() => {
  if (!window.PublicKeyCredential || !navigator.credentials) {
    return;
  }

  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0));
  const written = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
  const named = list => list.map(each => ({ ...each, id: bytes(each.id) }));

  async function options(form) {
    const csrf = form.elements.csrf;
    const answer = await fetch(form.dataset.options, { method: 'POST', headers: csrf ? { 'X-CSRF-Token': csrf.value } : {} });
    const said = await answer.json();
    if (!answer.ok) {
      throw new Error(said.error);
    }
    said.challenge = bytes(said.challenge);
    return said;
  }

  async function create(form) {
    const asked = await options(form);
    asked.user.id = bytes(asked.user.id);
    asked.excludeCredentials = named(asked.excludeCredentials);
    const made = await device(() => navigator.credentials.create({ publicKey: asked }), form);
    return {
      clientDataJSON: written(made.response.clientDataJSON),
      attestationObject: written(made.response.attestationObject),
      transports: made.response.getTransports ? made.response.getTransports() : [],
      made
    };
  }

  async function get(form) {
    const asked = await options(form);
    asked.allowCredentials = named(asked.allowCredentials);
    const made = await device(() => navigator.credentials.get({ publicKey: asked }), form);
    return {
      clientDataJSON: written(made.response.clientDataJSON),
      authenticatorData: written(made.response.authenticatorData),
      signature: written(made.response.signature),
      userHandle: made.response.userHandle ? written(made.response.userHandle) : null,
      made
    };
  }

  async function device(asking, form) {
    try {
      return await asking();
    } catch (refused) {
      throw new Error(form.dataset.notGiven);
    }
  }

  function credential({ made, ...response }) {
    return JSON.stringify({ id: made.id, rawId: written(made.rawId), type: made.type, clientExtensionResults: {}, response });
  }

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const ask = form.querySelector('[data-ask]');
    const said = form.querySelector('[data-said]');
    const field = form.querySelector('input[name$=credential]');
    form.hidden = false;
    ask.hidden = false;
    form.querySelectorAll('[data-without]').forEach(without => { without.hidden = true; });
    form.addEventListener('submit', async event => {
      if (field.value) {
        return;
      }
      event.preventDefault();
      said.hidden = true;
      ask.disabled = true;
      try {
        field.value = credential(await (form.dataset.passkey === 'create' ? create(form) : get(form)));
        form.submit();
      } catch (failed) {
        said.textContent = failed.message;
        said.hidden = false;
        ask.disabled = false;
      }
    });
  }
})();
