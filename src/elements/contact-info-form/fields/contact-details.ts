import { html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Contact } from '../../../domain/contact.js';
import type { Issue } from '../../../domain/issue.js';
import { icon } from '../../../internal/icon.js';
import { issueText, type Texts } from '../../../internal/issue-text.js';
import { textsWith } from '../../../internal/texts-with.js';
import { applyDetails, commonLanguages, draftOf, readLanguage, type DetailsDraft } from './contact-details-model.js';
import { contactDetailsMessages } from './contact-details.strings.js';
import { contactDetailsStyles } from './contact-details.styles.js';
import { languageName } from './contact-summary.js';

export interface DetailsRequest {
  root: ShadowRoot;
  texts: Texts;
  contact: Contact;
  /** Takes the contact with its new details; `false` where there is no such contact any more. */
  save(contact: Contact): boolean;
  /** The dialog is gone, whatever it was closed by. */
  handleClose(): void;
}

/** In the select, for a language that it does not list. */
const other = '*';

/**
 * The dialog for what is known of a contact beside the address. Owns what was typed until it is saved or taken back. It is
 * a native modal of its own, beside the form rather than in it: Escape closes it and nothing around it, and Enter does
 * not submit the form.
 */
export class ContactDetails {
  readonly #request: DetailsRequest;
  readonly #texts: Texts;
  readonly #dialog = document.createElement('dialog');
  readonly #draft: DetailsDraft;
  #isOtherLanguage = false;
  #issues: readonly Issue[] = [];
  #isGone = false;
  #isClosed = false;
  #languages: { lang: string; options: { tag: string; name: string }[] } | undefined;

  constructor(request: DetailsRequest) {
    this.#request = request;
    this.#texts = textsWith(request.texts, contactDetailsMessages);
    this.#draft = draftOf(request.contact);
    const { root } = request;
    const styles = contactDetailsStyles.styleSheet!;
    if (!root.adoptedStyleSheets.includes(styles)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles];
    const dialog = this.#dialog;
    dialog.className = 'details-dialog';
    dialog.setAttribute('part', 'dialog');
    dialog.setAttribute('aria-labelledby', 'details-title');
    dialog.addEventListener('close', this.#handleClose);
    // What is typed here is no value yet.
    dialog.addEventListener('input', (event) => event.stopPropagation());
    dialog.addEventListener('keydown', this.#handleKeydown);
    root.querySelector('.base')!.append(dialog);
    this.update();
    dialog.showModal();
  }

  /** The element's texts may have changed. */
  update(): void {
    if (!this.#isClosed) render(this.#render(), this.#dialog);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#dialog.remove();
    this.#request.handleClose();
  }

  #render(): TemplateResult {
    const texts = this.#texts;
    const { contact } = this.#request;
    return html`
      <h3 id="details-title">${texts.text('details.title')}</h3>
      <p class="details-address"><bdi>${contact.email}</bdi></p>
      ${this.#isGone ? html`<p class="notice danger" role="alert">${texts.text('details.gone')}</p>` : nothing}
      ${this.#renderInput('name', html`<input id="details-name" class="input" type="text" autocomplete="off" .value=${live(this.#draft.name)}
        @input=${this.#handleInput('name')} />`)}
      ${this.#renderInput('phone', html`<input id="details-phone" class="input" type="tel" dir="ltr" autocomplete="off" aria-invalid=${Boolean(this.#issue('phone'))}
        aria-describedby="details-phone-help details-phone-error" .value=${live(this.#draft.phone)} @input=${this.#handleInput('phone')} />`)}
      ${this.#renderLanguage()}
      ${this.#renderInput('notes', html`<textarea id="details-notes" class="input" rows="3" .value=${live(this.#draft.notes)} @input=${this.#handleInput('notes')}></textarea>`)}
      <div class="details-actions">
        <button type="button" class="button primary" @click=${this.#save}>${texts.text('details.save')}</button>
        <button type="button" class="button" @click=${() => this.#dialog.close()}>${texts.text('cancel')}</button>
      </div>`;
  }

  #renderInput(key: 'name' | 'phone' | 'notes', control: TemplateResult): TemplateResult {
    const texts = this.#texts;
    const issue = this.#issue(key);
    return html`<div class="details-field">
      <label class="label" for="details-${key}">${texts.text(`details.${key}`)}</label>
      ${control}
      ${texts.has(`details.${key}.help`) ? html`<p id="details-${key}-help" class="help">${texts.text(`details.${key}.help`)}</p>` : nothing}
      ${key === 'phone' ? this.#renderError(key, issue) : nothing}
    </div>`;
  }

  #renderError(key: string, issue: Issue | undefined): TemplateResult {
    return html`<p id="details-${key}-error" class="error" ?hidden=${!issue}>${issue ? html`${icon('alert')}<span>${issueText(this.#texts, issue)}</span>` : nothing}</p>`;
  }

  #renderLanguage(): TemplateResult {
    const texts = this.#texts;
    const { language } = this.#draft;
    const issue = this.#issue('language');
    const options = this.#languageOptions();
    const chosen = this.#isOtherLanguage ? other : language;
    return html`<div class="details-field">
      <label class="label" for="details-language">${texts.text('details.language')}</label>
      <select id="details-language" class="select" @change=${this.#handleLanguage}>
        <option value="" ?selected=${chosen === ''}>${texts.text('details.language.none')}</option>
        ${options.map(({ tag, name }) => html`<option value=${tag} ?selected=${chosen === tag}>${name}</option>`)}
        <option value=${other} ?selected=${chosen === other}>${texts.text('details.language.other')}</option>
      </select>
      ${this.#isOtherLanguage ? html`
        <label class="label" for="details-tag">${texts.text('details.tag')}</label>
        <input id="details-tag" class="input" type="text" dir="ltr" autocomplete="off" autocapitalize="off" spellcheck="false" aria-invalid=${Boolean(issue)}
          aria-describedby="details-tag-help details-language-error" .value=${live(language)} @input=${this.#handleInput('language')} />
        <p id="details-tag-help" class="help">${texts.text('details.tag.help')}</p>` : nothing}
      ${this.#renderError('language', issue)}
    </div>`;
  }

  /** By name, in the order of the reader's language; one that is stored already is among them. */
  #languageOptions(): { tag: string; name: string }[] {
    const { lang } = this.#texts;
    if (this.#languages?.lang !== lang) {
      const stored = this.#request.contact.language;
      const tags = new Set([...commonLanguages, ...(stored ? [stored] : [])]);
      const options = [...tags].map((tag) => ({ tag, name: languageName(tag, lang) }));
      this.#languages = { lang, options: options.sort((a, b) => a.name.localeCompare(b.name, lang)) };
    }
    return this.#languages.options;
  }

  #issue(key: string): Issue | undefined {
    return this.#issues.find(({ path }) => path[0] === key);
  }

  #handleInput(key: keyof DetailsDraft): (event: Event) => void {
    return (event) => {
      this.#draft[key] = (event.target as HTMLInputElement).value;
      if (!this.#issue(key)) return;
      this.#issues = this.#issues.filter(({ path }) => path[0] !== key);
      this.update();
    };
  }

  readonly #handleLanguage = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    this.#isOtherLanguage = value === other;
    this.#draft.language = this.#isOtherLanguage ? '' : value;
    this.#issues = this.#issues.filter(({ path }) => path[0] !== 'language');
    this.update();
    if (this.#isOtherLanguage) this.#focus('tag');
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    this.#save();
  };

  readonly #handleClose = (event: Event): void => {
    if (event.target === this.#dialog) this.close();
  };

  readonly #save = (): void => {
    const { contact, save } = this.#request;
    const draft = this.#draft;
    // A tag of the list in another spelling is the same language.
    if (this.#isOtherLanguage) draft.language = readLanguage(draft.language);
    const applied = applyDetails(contact, draft);
    this.#issues = applied.ok ? [] : applied.issues;
    if (applied.ok) {
      const isChanged = Object.entries(draftOf(applied.value)).some(([key, value]) => value !== (contact[key] ?? ''));
      if (!isChanged || save(applied.value)) {
        this.#dialog.close();
        return;
      }
      this.#isGone = true;
    }
    this.update();
    const [first] = this.#issues;
    if (first) this.#focus(first.path[0] === 'phone' ? 'phone' : this.#isOtherLanguage ? 'tag' : 'language');
  };

  #focus(part: string): void {
    this.#dialog.querySelector<HTMLElement>(`#details-${part}`)?.focus();
  }
}
