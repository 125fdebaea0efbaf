import { fixture, html } from '@open-wc/testing';
import { expect } from 'chai';
import '../../src/define/contact-info-form.js';
import { scenarioAdapter } from '../support/accounts.js';
import { ContactInfoFormHarness } from '../support/contact-info-form.harness.js';

async function show(lang: string): Promise<ContactInfoFormHarness> {
  const page = await fixture<HTMLElement>(html`<div lang=${lang}><contact-info-form account-id="mesa" .adapter=${scenarioAdapter('complete')}></contact-info-form></div>`);
  return new ContactInfoFormHarness(page.querySelector('contact-info-form')!).loaded();
}

/** The language of the texts, as assistive technology is told. */
const textLanguage = ({ root }: ContactInfoFormHarness) => root.querySelector<HTMLElement>('[part~="base"]')!.lang;

describe('the language of an element', () => {
  it('is the page’s where there are texts in it', async () => {
    for (const lang of ['es', 'es-MX', 'en', 'en-GB']) expect(textLanguage(await show(lang)), lang).to.equal('');
  });

  it('is said to be English where there are none, and English grammar holds', async () => {
    const form = await show('ja');
    expect(textLanguage(form)).to.equal('en');
    expect(form.root.querySelector('ul[aria-label="1 address"]')).not.to.equal(null);
  });
});
