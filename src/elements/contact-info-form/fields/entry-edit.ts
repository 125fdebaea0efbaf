import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Issue } from '../../../domain/issue.js';
import { icon } from '../../../internal/icon.js';
import { issueText, type Texts } from '../../../internal/issue-text.js';

/** An entry whose address is being written anew. What was typed is kept until it is accepted or taken back. */
export interface EntryEdit {
  index: number;
  /** The address that the entry had when it was begun, and still has. */
  readonly original: string;
  text: string;
  /** Why it was refused. */
  issue?: Issue;
}

export interface EntryEditView {
  /** Of the text box; unique in the element's shadow root. */
  id: string;
  edit: EntryEdit;
  texts: Texts;
  change(text: string): void;
  /** `isFinished`: by Enter, and not by going elsewhere. */
  commit(isFinished: boolean): void;
  cancel(): void;
}

/** The entry as a text box: Enter, or going elsewhere, commits; Escape takes back. */
export function renderEntryEdit({ id, edit, texts, change, commit, cancel }: EntryEditView): TemplateResult {
  const { original, text, issue } = edit;
  const handleInput = (event: Event) => {
    event.stopPropagation();
    change((event.target as HTMLInputElement).value);
  };
  const handleKeydown = (event: KeyboardEvent) => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    if (event.key === 'Enter' && !(event.target instanceof HTMLInputElement)) return;
    // Neither the form around it nor a dialog around that is meant.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') commit(true);
    else cancel();
  };
  const handleFocusOut = (event: FocusEvent) => {
    const entry = event.currentTarget as HTMLElement;
    if (!(event.relatedTarget instanceof Node && entry.contains(event.relatedTarget))) commit(false);
  };
  // What was not touched yet is most likely to be replaced; what was refused, to be mended.
  const handleFocus = (event: Event) => {
    if (text === original) (event.target as HTMLInputElement).select();
  };
  return html`<li class="entry contact editing" part="entry" data-invalid=${Boolean(issue)} @keydown=${handleKeydown} @focusout=${handleFocusOut}>
    <div class="entry-line">
      <input id=${id} class="input" part="input" type="text" inputmode="email" autocomplete="off" autocapitalize="off" spellcheck="false"
        aria-label=${texts.text('contacts.edit-box', { address: original })} aria-invalid=${Boolean(issue)} aria-describedby=${issue ? `${id}-issue` : nothing}
        .value=${live(text)} @input=${handleInput} @focus=${handleFocus} />
      <button type="button" class="icon-button" aria-label=${texts.text('contacts.edit-cancel', { address: original })}
        @mousedown=${keepFocus} @click=${cancel}>${icon('undo')}</button>
    </div>
    ${issue ? html`<p id="${id}-issue" class="entry-note entry-issue">${issueText(texts, issue)}</p>` : nothing}
  </li>`;
}

/** A press that would take the focus out of the box, and so commit what it is to take back. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
