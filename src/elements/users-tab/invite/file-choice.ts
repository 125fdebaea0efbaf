import { html, type TemplateResult } from 'lit';
import type { Texts } from '../../../internal/issue-text.js';

interface FileChoiceView {
  texts: Texts;
  isSending: boolean;
  readFiles(files: readonly File[]): void;
}

/** A button for files of people. The input itself is not shown: its words are the browser's, in the browser's language. */
export function renderFileChoice({ texts, isSending, readFiles }: FileChoiceView): TemplateResult {
  const handleChange = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file can be chosen again once it was corrected.
    input.value = '';
    if (files.length > 0) readFiles(files);
  };
  const handleClick = (event: Event) => {
    if (!isSending) (event.currentTarget as HTMLElement).parentElement?.querySelector('input')?.click();
  };
  return html`<div class="file-choice">
    <input type="file" accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain" multiple hidden @change=${handleChange} />
    <button type="button" class="button small" aria-describedby="file-help" aria-disabled=${isSending} @click=${handleClick}>${texts.text('invite.file')}</button>
    <span id="file-help" class="help">${texts.text('invite.file.help')}</span>
  </div>`;
}
