import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { LitElement } from 'lit';
import { ComboboxController, type ComboboxOption } from '../../src/internal/widgets/combobox.js';
import { byRole, nameOf } from '../support/deep-query.js';

const named = (...labels: string[]): ComboboxOption[] => labels.map((label) => ({ value: label.toLowerCase(), label }));

/** A box in a form, with options that are there when the test says so. */
class BoxHost extends LitElement {
  options: ComboboxOption[] = [];
  multiple = false;
  text = '';
  readonly asked: string[] = [];
  readonly chosen: string[] = [];
  readonly combobox = new ComboboxController(this, {
    handleOpen: () => this.asked.push('open'),
    handleQuery: (text) => {
      this.text = text;
      this.asked.push(text);
    },
    handleChoose: (value) => this.chosen.push(value),
    handleClose: () => this.asked.push('close'),
  });

  override render() {
    return html`<form @submit=${(event: Event) => {
      event.preventDefault();
      this.chosen.push('submitted');
    }}><span id="label">Box</span>
      ${this.combobox.render({ id: 'box', labelledBy: 'label', text: this.text, options: this.combobox.isOpen ? this.options : [], multiple: this.multiple })}
      <button>Go</button></form>`;
  }
}
customElements.define('test-combobox-host', BoxHost);

describe('combobox', () => {
  let host: BoxHost;
  let box: HTMLInputElement;

  beforeEach(async () => {
    host = await fixture(html`<test-combobox-host></test-combobox-host>`);
    box = byRole<HTMLInputElement>(host.renderRoot, 'combobox', 'Box');
    box.focus();
  });

  const press = async (...keys: string[]) => {
    for (const key of keys) await sendKeys({ press: key });
    await host.updateComplete;
  };
  const pressWithAlt = async (key: string) => {
    await sendKeys({ down: 'Alt' });
    await sendKeys({ press: key });
    await sendKeys({ up: 'Alt' });
    await host.updateComplete;
  };
  const offer = async (...labels: string[]) => {
    host.options = named(...labels);
    host.requestUpdate();
    await host.updateComplete;
  };
  const active = () => {
    const id = box.getAttribute('aria-activedescendant');
    return id ? nameOf(host.renderRoot.querySelector(`#${id}`)!) : undefined;
  };
  const isExpanded = () => box.getAttribute('aria-expanded') === 'true';

  it('opens on ArrowDown with its first option active, and on ArrowUp with its last', async () => {
    await offer('Ana', 'Bo', 'Cleo');
    await press('ArrowDown');
    expect([isExpanded(), active()]).to.deep.equal([true, 'Ana']);
    await press('Escape', 'ArrowUp');
    expect([isExpanded(), active()]).to.deep.equal([true, 'Cleo']);
    await press('ArrowDown');
    expect(active(), 'and goes round').to.equal('Ana');
    await press('ArrowUp', 'ArrowUp');
    expect(active()).to.equal('Bo');
    expect(host.asked).to.deep.equal(['open', 'close', 'open']);
  });

  it('makes the option active that an arrow key asked for once options are there', async () => {
    await press('ArrowDown');
    expect([isExpanded(), active()]).to.deep.equal([true, undefined]);
    await offer('Ana', 'Bo');
    expect(active()).to.equal('Ana');
    await press('Escape');
    await offer();
    await press('ArrowUp');
    await offer('Ana', 'Bo', 'Cleo');
    expect(active()).to.equal('Cleo');
    await offer('Dora', 'Eva');
    expect(active(), 'the list was an old one').to.equal('Eva');
  });

  it('opens without an active option on Alt+ArrowDown, on a press, and on typing', async () => {
    await offer('Ana', 'Bo');
    await pressWithAlt('ArrowDown');
    expect([isExpanded(), active()]).to.deep.equal([true, undefined]);
    await pressWithAlt('ArrowUp');
    expect(isExpanded()).to.equal(false);
    box.click();
    await host.updateComplete;
    expect([isExpanded(), active()]).to.deep.equal([true, undefined]);
    await press('Escape', 'ArrowDown');
    await sendKeys({ type: 'b' });
    await host.updateComplete;
    expect([isExpanded(), active()]).to.deep.equal([true, undefined]);
  });

  it('forgets what an arrow key asked for when the person types', async () => {
    await press('ArrowDown');
    await sendKeys({ type: 'a' });
    await offer('Ana', 'Bo');
    expect(active()).to.equal(undefined);
  });

  it('keeps the option active that the person is at when others come or go', async () => {
    await offer('Ana', 'Bo', 'Cleo');
    await press('ArrowDown', 'ArrowDown');
    await offer('Aino', 'Ana', 'Bo');
    expect(active()).to.equal('Bo');
    await offer('Aino', 'Ana');
    expect(active(), 'nobody chooses by Enter what was not pointed at').to.equal(undefined);
  });

  it('never submits the form by Enter while the list is open', async () => {
    await press('ArrowDown', 'Enter');
    expect(host.chosen, 'nothing there').to.deep.equal([]);
    await sendKeys({ type: 'a' });
    await offer('Ana', 'Bo');
    await press('Enter');
    expect(host.chosen, 'nothing active').to.deep.equal([]);
    await press('ArrowDown', 'Enter');
    expect([host.chosen, isExpanded()]).to.deep.equal([['ana'], false]);
    await press('Enter');
    expect(host.chosen, 'the list is closed').to.deep.equal(['ana', 'submitted']);
  });

  it('stays open where several can be chosen', async () => {
    host.multiple = true;
    await offer('Ana', 'Bo');
    await press('ArrowDown', 'Enter', 'ArrowDown', 'Enter');
    expect([host.chosen, isExpanded(), active()]).to.deep.equal([['ana', 'bo'], true, 'Bo']);
  });

  it('leaves its host when it is disposed of', async () => {
    await press('ArrowDown');
    host.combobox.dispose();
    expect([host.combobox.isOpen, host.asked.at(-1)]).to.deep.equal([false, 'close']);
    let updates = 0;
    host.combobox.hostUpdated = () => void (updates += 1);
    host.requestUpdate();
    await host.updateComplete;
    expect(updates).to.equal(0);
  });
});
