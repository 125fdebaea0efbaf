/** What one tab did, to be held against the store's history. */
export interface TabDiary {
  name: string;
  /** Everything that was shown for a field, by field. */
  seen: Record<string, string[]>;
  /** Revisions that the store acknowledged here, and the address that was written with each. */
  acknowledged: { revision: string; key: string; address: string }[];
}

export interface TabTask {
  name: string;
  viewer: { id: string; role: string };
  databaseName: string;
  saves: number;
}

/**
 * Runs in a page: somebody who writes an address of their own into a field and saves, again and again, and chooses theirs or
 * the other's, turn by turn, where a choice is asked for.
 */
export async function writeInTab({ name, viewer, databaseName, saves }: TabTask): Promise<TabDiary> {
  const labels: Record<string, string> = { technicalEmergencyContacts: 'Technical Emergency Contacts', operationalContactInternal: 'Operational contact' };
  const keys = Object.keys(labels);
  const portero = '/portero/portero.js';
  const { createLocalAdapter } = (await import(portero)) as { createLocalAdapter(options: object): Promise<object> };
  const form = document.createElement('contact-info-form');
  Object.assign(form, { accountId: 'tabs', viewer, adapter: await createLocalAdapter({ databaseName, viewer }) });
  document.body.append(form);
  await customElements.whenDefined('contact-info-form');
  const frame = () => new Promise((resolve) => setTimeout(resolve));
  const sections = () => [...(form.shadowRoot?.querySelectorAll('section') ?? [])];
  while (sections().length === 0) await frame();

  const diary: TabDiary = { name, seen: Object.fromEntries(keys.map((key) => [key, ['']])), acknowledged: [] };
  const conflictGroups = () => [...form.shadowRoot!.querySelectorAll('[part="conflicts"] [role="group"]')].filter((group) => group.querySelector('dl'));
  const textOf = (key: string) => ((form.value[key] ?? []) as { email: string }[]).map(({ email }) => email).join(' ');
  const look = () => {
    for (const key of keys) diary.seen[key].push(textOf(key));
    for (const group of conflictGroups()) {
      const key = keys.find((one) => group.querySelector('h4')!.textContent!.trim().startsWith(labels[one]))!;
      const theirs = [...group.querySelectorAll('dt')].find(({ textContent }) => textContent === 'Theirs')!.parentElement!.querySelector('dd')!;
      diary.seen[key].push([...theirs.querySelectorAll('bdi')].filter((line) => !line.closest('del')).map((line) => line.textContent!.trim()).join(' '));
    }
  };
  let revision = '';
  form.addEventListener('contact-info-saved', (event) => (revision = event.detail.revision));

  for (let turn = 0; turn < saves; turn += 1) {
    const key = keys[turn % keys.length];
    const address = `${name.replace(/\W+/g, '-')}-${turn}@tabs.example`;
    look();
    const box = sections().find((section) => section.textContent!.trim().startsWith(labels[key]))!.querySelector('input')!;
    // One address in the place of what was there: a long list is shown in part where a choice is asked for.
    form.value = { ...form.value, [key]: [] };
    await form.updateComplete;
    box.value = `${address},`;
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    for (let isMine = true, tries = 0; ; tries += 1) {
      if (tries > 200) throw new Error(`${name} does not get through.`);
      await form.updateComplete;
      look();
      const buttons = conflictGroups().flatMap((group) => [...group.querySelectorAll('button')]);
      if (buttons.length > 0) {
        // Ours on even turns, theirs on odd ones.
        isMine = turn % 4 < 2;
        buttons[isMine ? 0 : 1].click();
        await form.updateComplete;
        if (!isMine) break;
        continue;
      }
      if (await form.submitForLater()) {
        if (isMine) diary.acknowledged.push({ revision, key, address });
        break;
      }
      await frame();
    }
    look();
  }
  return diary;
}
