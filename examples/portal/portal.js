import { createLocalAdapter } from '/portero/portero.js';
import { spanish } from './texts.js';

/*
 * A portal as a host would write it: it opens an adapter, says who is signed in, and lets the gate do the rest.
 * The demonstration's own parts are marked so.
 */

const databaseName = 'mesa-portal';
const accountId = 'mesa-demo';
const signedIn = { name: 'Laura Méndez', email: 'laura.mendez@mesa.example', role: 'administrator', mailingLists: ['product-news'] };
const mailingLists = [
  { key: 'product-news', label: 'Product news' },
  { key: 'incidents', label: 'Incidents' },
];

const gate = document.querySelector('onboarding-gate');
/** Texts of the page, and of the parts of it that are stamped later. */
const worded = [document, ...[...document.querySelectorAll('template')].map((template) => template.content)];
const english = Object.fromEntries(worded.flatMap((root) => [...root.querySelectorAll('[data-text]')]).map((node) => [node.dataset.text, node.textContent]));
english['demo.accept'] = 'Accept invitation for';

/* Settings of the demonstration, kept in this browser. */

const defaults = { environment: 'production', integrationType: 'reservations-end-to-end', language: 'en', theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light' };
const settings = { ...defaults, ...keptSettings() };
function keptSettings() {
  try {
    return JSON.parse(localStorage.getItem('mesa.settings') ?? '{}');
  } catch {
    return {};
  }
}

const controls = { environment: 'environment', integrationType: 'integration-type', language: 'language', theme: 'theme' };

function text(key) {
  return (settings.language === 'es' && spanish[key]) || english[key];
}

function applySettings() {
  document.documentElement.lang = settings.language;
  document.documentElement.dataset.theme = settings.theme;
  for (const [name, id] of Object.entries(controls)) document.getElementById(id).value = settings[name];
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = text(node.dataset.text);
  for (const element of document.querySelectorAll('onboarding-gate, contact-info-form, users-tab')) {
    element.setAttribute('environment', settings.environment);
    element.setAttribute('integration-type', settings.integrationType);
  }
  localStorage.setItem('mesa.settings', JSON.stringify(settings));
}

for (const [name, id] of Object.entries(controls)) {
  document.getElementById(id).addEventListener('change', (event) => {
    settings[name] = event.target.value;
    applySettings();
  });
}

/* Pages. */

function showPage() {
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
    Object.assign(element, { accountId, platformName: 'Mesa', viewer: gate.viewer, mailingLists });
  }
}

/* Signing in: the demonstration's one user is put into an empty directory. */

async function signIn() {
  const directory = (await createLocalAdapter({ databaseName })).users;
  const request = { accountId, signal: new AbortController().signal };
  const find = async () => (await directory.listUsers({ ...request, search: signedIn.email, limit: 1 })).users[0];
  let user = await find();
  if (!user) {
    // Another tab may be doing the same: whoever comes second finds the address taken, and the user there.
    await directory.inviteUsers({ ...request, invitations: [signedIn] });
    user = await find();
  }
  if (user.status === 'invited') {
    await directory.updateUser({ ...request, userId: user.id, changes: { status: 'active' }, baseRevision: user.revision }).catch(() => undefined);
  }
  return user;
}

/* Invitations: the demonstration accepts them, as the person who got the e-mail would. */

async function showInvitations(directory, signal) {
  const list = document.getElementById('invitations');
  const { users } = await directory.listUsers({ accountId, signal, statuses: ['invited'], limit: 20 });
  list.hidden = users.length === 0;
  for (const old of list.querySelectorAll('button')) old.remove();
  for (const user of users) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `${text('demo.accept')} ${user.name || user.email}`;
    button.addEventListener('click', () => {
      button.disabled = true;
      directory.updateUser({ accountId, signal, userId: user.id, changes: { status: 'active' }, baseRevision: user.revision }).catch(() => {
        button.disabled = false;
      });
    });
    list.append(button);
  }
}

/** Without a browser that keeps anything nobody can sign in; the gate says so itself, and tries again. */
async function signInOrWait() {
  for (;;) {
    try {
      return await signIn();
    } catch {
      gate.adapter ??= await createLocalAdapter({ databaseName });
      await new Promise((resolve) => setTimeout(resolve, 3_000));
    }
  }
}

async function start() {
  applySettings();
  const user = await signInOrWait();
  const viewer = { id: user.id, role: user.role };
  const adapter = await createLocalAdapter({ databaseName, viewer });
  document.getElementById('who').textContent = `${user.name} · ${user.email}`;
  Object.assign(gate, { viewer, mailingLists });
  gate.adapter = adapter;
  showPage();
  addEventListener('hashchange', showPage);

  const { signal } = new AbortController();
  const directory = (await createLocalAdapter({ databaseName })).users;
  adapter.watch({ accountId, signal }, ({ kind }) => {
    if (kind === 'users') void showInvitations(directory, signal);
  });
  await showInvitations(directory, signal);
}

/* The controls are reachable while the portal is held, and at its foot once it is open. */

const demo = document.getElementById('demo');
gate.addEventListener('onboarding-status', ({ detail }) => {
  demo.slot = detail.status === 'complete' ? '' : 'notice';
});

document.getElementById('reset').addEventListener('click', () => {
  const request = indexedDB.deleteDatabase(databaseName);
  request.onsuccess = () => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('portero.')) localStorage.removeItem(key);
    location.hash = '';
    location.reload();
  };
});

await start();
