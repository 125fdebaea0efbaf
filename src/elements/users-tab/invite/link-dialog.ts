import { html, type TemplateResult } from 'lit';
import type { User } from '../../../domain/user.js';
import { textsWith } from '../../../internal/texts-with.js';
import { nameOf } from '../list/user-row.js';
import type { UserDialog, UserDialogHost, UserDialogView } from '../user-dialogs.js';
import { inviteMessages } from './invite.strings.js';
import { renderLinkBox } from './link-box.js';

/** Shows a link that the browser does not let a page copy, for the person to copy it. */
export class LinkDialog implements UserDialog {
  readonly user: User;
  readonly #link: string;
  readonly #host: UserDialogHost;

  constructor(user: User, link: string, host: UserDialogHost) {
    this.user = user;
    this.#link = link;
    this.#host = host;
  }

  render(given: UserDialogView): TemplateResult {
    const texts = textsWith(given.texts, inviteMessages);
    return html`<div class="dialog-form">
      <h3 id="dialog-title">${texts.text('link.title', { name: nameOf(this.user) })}</h3>
      ${renderLinkBox(texts, 'user-link', texts.text('link.label'), this.#link)}
      <div class="dialog-actions"><button type="button" class="button" @click=${() => this.#host.close(this)}>${texts.text('close')}</button></div>
    </div>`;
  }
}
