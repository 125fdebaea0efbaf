import { expect, fixture, html } from '@open-wc/testing';
import { css, LitElement } from 'lit';
import { LazyPart, renderPending } from '../../src/internal/lazy-part.js';
import { fillIn } from '../../src/internal/fill-in.js';
import { textsWith } from '../../src/internal/texts-with.js';
import type { Texts } from '../../src/internal/issue-text.js';
import { byRole, hasRole, visibleText } from '../support/deep-query.js';

const texts: Texts = { lang: 'en', has: (key) => key === 'own', text: (key) => key };

class PartHost extends LitElement {
  loads = 0;
  fails = false;
  readonly lazy = new LazyPart(this, async () => {
    this.loads += 1;
    await Promise.resolve();
    if (this.fails) throw new Error('It cannot be loaded.');
    return { styles: css`p { inline-size: 123px; }`, render: () => html`<p>loaded</p>` };
  });

  protected override render() {
    return this.lazy.code ? this.lazy.code.render() : renderPending(this.lazy, texts);
  }

  async settled(): Promise<void> {
    await this.lazy.load();
    await this.updateComplete;
  }
}
customElements.define('part-host', PartHost);

describe('a part that is loaded when it is needed', () => {
  it('is loaded once, and brings its styles along', async () => {
    const host = await fixture<PartHost>(html`<part-host></part-host>`);
    await host.settled();
    expect(visibleText(host)).to.equal('loaded');
    expect(host.renderRoot.querySelector('p')!.offsetWidth).to.equal(123);
    host.requestUpdate();
    await host.updateComplete;
    expect([host.loads, host.lazy.hasFailed]).to.deep.equal([1, false]);
  });

  it('that fails is not tried again by itself, but when somebody asks for it', async () => {
    const host = document.createElement('part-host') as PartHost;
    host.fails = true;
    await fixture(html`<div>${host}</div>`);
    await host.settled();
    const { loads } = host;
    expect(hasRole(host.shadowRoot!, 'alert')).to.equal(true);
    host.requestUpdate();
    await host.updateComplete;
    expect(host.loads).to.equal(loads);
    host.fails = false;
    byRole(host.shadowRoot!, 'button', 'retry').click();
    await host.settled();
    expect(visibleText(host)).to.equal('loaded');
  });
});

describe('texts that come later', () => {
  const own = textsWith(texts, { own: 'The part’s', late: { one: '{count} late', other: '{count} late ones' } });

  it('stand behind those that are there', () => {
    expect([own.text('own'), own.text('late', { count: 2 }), own.text('nowhere')]).to.deep.equal(['own', '2 late ones', 'nowhere']);
    expect([own.has('own'), own.has('late'), own.has('nowhere'), own.lang]).to.deep.equal([true, true, false, 'en']);
  });
});

describe('fillIn', () => {
  it('puts anything in the place of a name', () => {
    const part = { any: 'thing' };
    expect(fillIn('By {name}, {when}', { name: part, when: 'now' })).to.deep.equal(['By ', part, ', ', 'now', '']);
  });
});
