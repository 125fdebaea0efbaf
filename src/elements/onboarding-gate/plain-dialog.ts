/*
 * What is shown where the modal's own code could not be loaded: a sentence and a button, in English unless the host has
 * texts of its own. The portal stays as it is, hidden and inert, so that nothing here has to be kept open by force.
 */

export interface PlainDialog {
  text: string;
  action: string;
  retry(): void;
}

/** Returns what takes it away again. */
export function showPlainDialog(root: ParentNode, { text, action, retry }: PlainDialog): () => void {
  const dialog = document.createElement('dialog');
  const sentence = document.createElement('p');
  const button = document.createElement('button');
  sentence.textContent = text;
  sentence.setAttribute('role', 'alert');
  button.textContent = action;
  button.type = 'button';
  dialog.setAttribute('aria-label', text);
  dialog.append(sentence, button);
  root.append(dialog);
  button.addEventListener('click', retry);
  window.addEventListener('online', retry);
  dialog.showModal();
  return () => {
    window.removeEventListener('online', retry);
    dialog.remove();
  };
}
