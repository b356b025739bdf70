// Passkeys (WebAuthn). The buttons are hidden until it is known that the browser has them; a code does the same.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

function known(credentials = []) {
  return credentials.map((credential) => ({ ...credential, id: bytes(credential.id) }));
}

async function create({ publicKey }, alone) {
  const authenticatorSelection = { ...publicKey.authenticatorSelection };
  if (alone) Object.assign(authenticatorSelection, { residentKey: "required", requireResidentKey: true, userVerification: "required" });
  return navigator.credentials.create({
    publicKey: {
      ...publicKey,
      authenticatorSelection,
      challenge: bytes(publicKey.challenge),
      user: { ...publicKey.user, id: bytes(publicKey.user.id) },
      excludeCredentials: known(publicKey.excludeCredentials),
    },
  });
}

async function get({ publicKey }) {
  return navigator.credentials.get({
    publicKey: { ...publicKey, challenge: bytes(publicKey.challenge), allowCredentials: known(publicKey.allowCredentials) },
  });
}

function written(credential) {
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const present = parts.filter((part) => credential.response[part]);
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: Object.fromEntries(present.map((part) => [part, text(credential.response[part])])),
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

async function optionsOf(form) {
  const here = document.getElementById("js_data");
  if (here) return JSON.parse(here.textContent);
  const response = await fetch(form.action, { headers: { Accept: "application/json" } });
  return response.json();
}

for (const form of window.PublicKeyCredential ? document.querySelectorAll("form[data-passkey]") : []) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const failed = form.querySelector("[data-failed]");
    failed.hidden = true;
    try {
      const options = await optionsOf(form);
      const credential = form.dataset.passkey === "create"
        ? await create(options.creation_options, form.elements.passwordless?.checked)
        : await get(options.request_options);
      form.elements.credential.value = written(credential);
      form.submit();
    } catch (error) {
      console.warn(error);
      failed.hidden = false;
    }
  });
}
