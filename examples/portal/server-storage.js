import { createHttpAdapter } from '/portero/portero.js';

/* Accounts that a server keeps, for everybody who signs in to them. `npm start` runs it beside this portal (docs/server.md). */

const baseUrl = '/api';

/** Who signed in last: signs in again when the session has ended. */
let signInAgain = () => Promise.resolve();
let adapter;

/** The server knows who asks. */
export const open = async () => (adapter ??= await createHttpAdapter({
  baseUrl,
  async headers({ isRenewal }) {
    if (isRenewal) await signInAgain();
    return {};
  },
}));

export const openDirectory = async () => (await open()).users;

export async function signIn(accountId, { email, name }) {
  signInAgain = async () => {
    const response = await fetch(`${baseUrl}/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ accountId, email, name }) });
    if (!response.ok) throw new Error(`Signing in was answered ${response.status}.`);
    return response.json();
  };
  return (await signInAgain()).user;
}

/** For everybody who uses the account. */
export async function erase() {
  const response = await fetch(`${baseUrl}/session/account`, { method: 'DELETE' });
  if (!response.ok) throw new Error(`Erasing was answered ${response.status}.`);
}
