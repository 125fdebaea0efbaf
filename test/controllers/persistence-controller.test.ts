import '../../src/define/context-root.js';
import { fixture, html } from '@open-wc/testing';
import { expect } from 'chai';
import { providePersistence } from '../../src/context/provide-persistence.js';
import { setPersistenceResolver, type ResolveRequest } from '../../src/controllers/persistence-resolver.js';
import { checked } from '../../src/ports/checked.js';
import { eventually } from '../support/eventually.js';
import { empty, HostElement, PersistentElement } from './hosts.js';

const inside = (host: ParentNode) => host.querySelector<PersistentElement>('test-persistent')!;

describe('PersistenceController', () => {
  it('gives the property, checked, and always the same object', async () => {
    const adapter = empty();
    const element = await fixture<PersistentElement>(html`<test-persistent .adapter=${adapter}></test-persistent>`);
    expect(element.store.adapter).to.equal(checked(adapter));
    expect(element.store.adapter).to.equal(element.store.adapter);
  });

  it('gives the nearest provider’s', async () => {
    const [outer, inner] = [empty(), empty()];
    const host = await fixture<HTMLElement>(html`<div><section><test-persistent></test-persistent></section></div>`);
    providePersistence(host, outer);
    expect(inside(host).store.adapter).to.equal(checked(outer));
    providePersistence(host.querySelector('section')!, inner);
    expect(inside(host).store.adapter).to.equal(checked(inner));
  });

  it('prefers the property to the provider', async () => {
    const own = empty();
    const host = await fixture<HTMLElement>(html`<div><test-persistent .adapter=${own}></test-persistent></div>`);
    providePersistence(host, empty());
    expect(inside(host).store.adapter).to.equal(checked(own));
    inside(host).adapter = undefined;
    expect(inside(host).store.adapter).not.to.equal(checked(own));
  });

  it('hears of a provider that was there before', async () => {
    const adapter = empty();
    const host = document.createElement('div');
    providePersistence(host, adapter);
    document.body.append(host);
    host.innerHTML = '<test-persistent></test-persistent>';
    expect(inside(host).store.adapter).to.equal(checked(adapter));
    host.remove();
  });

  it('hears of a provider that is a Lit element, and of a late one', async () => {
    const adapter = empty();
    const host = await fixture<HostElement>(html`<test-host><test-persistent></test-persistent></test-host>`);
    expect(inside(host).store.adapter).to.equal(undefined);
    const { updates } = inside(host);
    providePersistence(host, adapter);
    expect(inside(host).store.adapter).to.equal(checked(adapter));
    await inside(host).updateComplete;
    expect(inside(host).updates).to.equal(updates + 1);
  });

  it('hears of a provider that is given another value, and of one that is given none', async () => {
    const [first, second] = [empty(), empty()];
    const host = await fixture<HTMLElement>(html`<div><test-persistent></test-persistent></div>`);
    providePersistence(host, first);
    providePersistence(host, second);
    expect(inside(host).store.adapter).to.equal(checked(second));
    providePersistence(host, undefined);
    expect(inside(host).store.adapter).to.equal(undefined);
  });

  it('follows a move from one provider to another, and to none', async () => {
    const [first, second] = [empty(), empty()];
    const page = await fixture<HTMLElement>(html`<div><div id="a"><test-persistent></test-persistent></div><div id="b"></div><div id="c"></div></div>`);
    providePersistence(page.querySelector('#a')!, first);
    providePersistence(page.querySelector('#b')!, second);
    const element = inside(page);
    page.querySelector('#b')!.append(element);
    expect(element.store.adapter).to.equal(checked(second));
    page.querySelector('#c')!.append(element);
    expect(element.store.adapter).to.equal(undefined);
    page.querySelector('#a')!.append(element);
    expect(element.store.adapter).to.equal(checked(first));
  });

  it('says that an adapter is missing, once the host had time to set one', async () => {
    const element = await fixture<PersistentElement>(html`<test-persistent></test-persistent>`);
    expect(element.store.isMissing).to.equal(false);
    const { updates } = element;
    await eventually(() => element.store.isMissing, 'it is missing');
    await element.updateComplete;
    expect(element.updates).to.equal(updates + 1);
    element.adapter = empty();
    expect(element.store.isMissing).to.equal(false);
  });

  it('waits anew when the adapter goes away', async () => {
    const element = await fixture<PersistentElement>(html`<test-persistent .adapter=${empty()}></test-persistent>`);
    await eventually(() => !element.store.isPatient, 'it waits no more');
    element.adapter = undefined;
    await element.updateComplete;
    expect(element.store.isMissing).to.equal(false);
    await eventually(() => element.store.isMissing, 'it is missing');
  });

  it('waits anew after a move', async () => {
    const element = await fixture<PersistentElement>(html`<test-persistent></test-persistent>`);
    await eventually(() => element.store.isMissing, 'it is missing');
    element.parentElement!.append(element);
    expect(element.store.isMissing).to.equal(false);
  });
});

describe('the attribute persistence', () => {
  const asked: ResolveRequest[] = [];

  it('names nothing where nobody resolves names', async () => {
    const element = await fixture<PersistentElement>(html`<test-persistent persistence="memory"></test-persistent>`);
    expect(element.store.adapter).to.equal(undefined);
    await eventually(() => element.store.isMissing, 'it is missing');
  });

  describe('resolved', () => {
    const named = empty();
    beforeEach(() => {
      asked.length = 0;
      setPersistenceResolver((request) => {
        asked.push(request);
        return request.persistence === 'memory' ? named : undefined;
      });
    });

    it('is asked for with what guards need', async () => {
      const element = await fixture<PersistentElement>(html`<test-persistent persistence="memory" .viewer=${{ id: 'me', role: 'editor' }}></test-persistent>`);
      expect(element.store.adapter).to.equal(checked(named));
      expect(asked.at(-1)).to.deep.include({ persistence: 'memory', viewer: { id: 'me', role: 'editor' }, roles: element.roles });
    });

    it('names nothing where the name is not known', async () => {
      const element = await fixture<PersistentElement>(html`<test-persistent persistence="papyrus"></test-persistent>`);
      expect(element.store.adapter).to.equal(undefined);
      await eventually(() => element.store.isMissing, 'it is missing');
    });

    it('comes after a provider', async () => {
      const provided = empty();
      const host = document.createElement('div');
      providePersistence(host, provided);
      host.innerHTML = '<test-persistent persistence="memory"></test-persistent>';
      document.body.append(host);
      expect(inside(host).store.adapter).to.equal(checked(provided));
      expect(asked).to.have.length(0);
      host.remove();
    });
  });
});
