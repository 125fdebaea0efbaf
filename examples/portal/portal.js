import '/portero/portero.js';
import * as browserStorage from './browser-storage.js';
import * as serverStorage from './server-storage.js';
import { spanish } from './texts.js';

/*
 * A portal as a host would write it: it opens an adapter, says who is signed in, and lets the gate do the rest.
 * The demonstration's own parts are marked so.
 */

const accountId = 'mesa-demo';
const signedIn = { name: 'Laura Méndez', email: 'laura.mendez@mesa.example', role: 'administrator', mailingLists: ['product-news'] };
const gate = document.querySelector('onboarding-gate');
const demo = document.getElementById('demo');
const { settings, apply, keep } = globalThis.mesa;
/** The demonstration has two: a host has one. */
const storage = settings.storage === 'server' ? serverStorage : browserStorage;

/* Texts. English stands in the page, and in the parts of it that are stamped later. */

const worded = [document, ...[...document.querySelectorAll('template')].map((template) => template.content)];
const english = {
  ...Object.fromEntries(worded.flatMap((root) => [...root.querySelectorAll('[data-text]')]).map((node) => [node.dataset.text, node.textContent])),
  'lists.product-news': 'Product news',
  'lists.incidents': 'Incidents',
  'demo.accept': 'Accept invitation for',
  'demo.accepted': 'Invitation accepted.',
  'demo.accept-failed': 'The invitation could not be accepted. Try again.',
  'demo.reset-waits': 'Another tab still uses this account. Close it, and the account is reset.',
  'demo.reset-failed': 'The account could not be reset. Nothing was deleted.',
};

function text(key) {
  return (settings.language === 'es' && spanish[key]) || english[key];
}

function mailingLists() {
  return ['product-news', 'incidents'].map((key) => ({ key, label: text(`lists.${key}`) }));
}

/* Settings of the demonstration, kept in this browser by settings.js. */

const controls = { environment: 'environment', integrationType: 'integration-type', language: 'language', theme: 'theme', storage: 'storage' };

function applySettings() {
  apply();
  keep();
  for (const [name, id] of Object.entries(controls)) document.getElementById(id).value = settings[name];
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = text(node.dataset.text);
  for (const button of document.querySelectorAll('#invitations button')) button.textContent = acceptText(button.dataset.name);
  for (const element of document.querySelectorAll('onboarding-gate, contact-info-form, users-tab')) {
    element.setAttribute('environment', settings.environment);
    element.setAttribute('integration-type', settings.integrationType);
    element.mailingLists = mailingLists();
  }
}

for (const [name, id] of Object.entries(controls)) {
  document.getElementById(id).addEventListener('change', (event) => {
    settings[name] = event.target.value;
    applySettings();
    // Everything on the page is of the other storage.
    if (name === 'storage') location.reload();
  });
}

/* Pages. */

function showPage({ type } = {}) {
  if (type === 'hashchange') document.getElementById('welcome').hidden = true;
  const wanted = location.hash.replace('#/', '') || 'overview';
  const pages = [...document.querySelectorAll('[data-page]')];
  const page = pages.find((one) => one.dataset.page === wanted) ?? pages[0];
  const template = page.querySelector('template');
  if (template) {
    template.replaceWith(template.content);
    describe(page);
    applySettings();
  }
  for (const one of pages) one.hidden = one !== page;
  for (const link of document.querySelectorAll('nav a')) {
    if (link.hash === `#/${page.dataset.page}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** Tells the elements on the page what they are about. The adapter comes from the gate around them. */
function describe(root) {
  for (const element of root.querySelectorAll('contact-info-form, users-tab')) {
    Object.assign(element, { accountId, platformName: 'Mesa', viewer: gate.viewer });
  }
}

/* Signing in. */

/** How long signing in may take in this browser before the gate is given something to ask, in milliseconds. */
const quickly = 300;

/**
 * Where the browser keeps nothing, another page holds the database, or no server answers, nobody can sign in: the gate finds that out
 * too, says so, and opens nothing. It is tried again until it works.
 */
async function signInOrWait() {
  const askMeanwhile = async () => (gate.adapter ??= await storage.open());
  // A server would only say that nobody has signed in.
  const timer = storage === browserStorage ? setTimeout(askMeanwhile, quickly) : undefined;
  for (;;) {
    try {
      const user = await storage.signIn(accountId, signedIn);
      clearTimeout(timer);
      return user;
    } catch {
      await askMeanwhile();
      await new Promise((resolve) => setTimeout(resolve, 3_000));
    }
  }
}

/* Invitations: the demonstration accepts them, as the person who got the e-mail would. */

function tell(key) {
  const news = document.getElementById('demo-news');
  if (key) news.dataset.text = key;
  else delete news.dataset.text;
  news.textContent = key ? text(key) : '';
}

function acceptText(name) {
  return `${text('demo.accept')} ${name}`;
}

function acceptButton(directory, user) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.name = user.name || user.email;
  button.textContent = acceptText(button.dataset.name);
  button.addEventListener('click', async () => {
    // Not disabled: it would lose the focus.
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    tell();
    try {
      const { signal } = new AbortController();
      await directory.updateUser({ accountId, signal, userId: user.id, changes: { status: 'active' }, baseRevision: user.revision });
      tell('demo.accepted');
    } catch {
      tell('demo.accept-failed');
    }
    button.removeAttribute('aria-disabled');
  });
  return button;
}

async function showInvitations(directory) {
  const list = document.getElementById('invitations');
  let users;
  try {
    ({ users } = await directory.listUsers({ accountId, signal: new AbortController().signal, statuses: ['invited'], limit: 20 }));
  } catch {
    // What is listed stays until the next change.
    return;
  }
  const hadFocus = list.contains(document.activeElement);
  for (const old of list.querySelectorAll('button')) old.remove();
  list.append(...users.map((user) => acceptButton(directory, user)));
  list.hidden = users.length === 0;
  if (hadFocus) (list.querySelector('button') ?? document.getElementById('demo-title')).focus();
}

async function start() {
  applySettings();
  const user = await signInOrWait();
  const viewer = { id: user.id, role: user.role };
  const adapter = await storage.open(viewer);
  document.getElementById('who').textContent = `${user.name} · ${user.email}`;
  Object.assign(gate, { viewer, adapter });
  showPage();
  addEventListener('hashchange', showPage);

  const directory = await storage.openDirectory();
  adapter.watch({ accountId, signal: new AbortController().signal }, ({ kind }) => {
    if (kind === 'users') void showInvitations(directory);
  });
  await showInvitations(directory);
}

/* The controls stand at the portal's foot, and in the gate's modal while the portal is held. */

gate.addEventListener('onboarding-status', ({ detail }) => {
  demo.slot = detail.status === 'complete' ? '' : 'notice';
});

gate.addEventListener('onboarding-completed', () => {
  document.getElementById('welcome').hidden = false;
});

document.getElementById('reset').addEventListener('click', async () => {
  tell();
  try {
    await storage.erase(accountId, () => tell('demo.reset-waits'));
  } catch {
    tell('demo.reset-failed');
    return;
  }
  for (const kept of [localStorage, sessionStorage]) {
    for (const key of Object.keys(kept)) if (key.startsWith('portero.')) kept.removeItem(key);
  }
  location.hash = '';
  location.reload();
});

await start();
