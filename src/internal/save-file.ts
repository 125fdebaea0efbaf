/** How long a file may take to be taken over by the browser's downloads: a minute, after which it is forgotten here. */
const keepFor = 60_000;

/** Has the browser save a file. By a link, which a strict content security policy allows, unlike a frame or a page of its own. */
export function saveFile(name: string, parts: BlobPart[], type: string): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.rel = 'noopener';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keepFor);
}
