/** Larger than any list of addresses that a person means to drop, in bytes. */
const largestFile = 1_000_000;

export interface DropRefusal {
  /** The key of a text that says why. */
  key: string;
  /** The file's name. */
  name: string;
}

export interface DroppedText {
  text: string;
  refused: DropRefusal[];
}

/** Whether there may be addresses in what is dragged: what it really is can be read only once it is dropped. */
export function mayCarryAddresses(data: DataTransfer | null): boolean {
  return data !== null && ['Files', 'text/plain', 'text/uri-list'].some((type) => data.types.includes(type));
}

/**
 * The text of what was dropped: of files as far as they are lists, else of the text or the links. Call it while the event
 * is dispatched, after which nothing can be read any more.
 */
export function readDrop(data: DataTransfer): Promise<DroppedText> {
  const files = [...data.files];
  return files.length > 0 ? readFiles(files) : Promise.resolve({ text: readText(data), refused: [] });
}

/** Links to people come as links: what stands beside them is a page's text for them. */
function readText(data: DataTransfer): string {
  const links = data.getData('text/uri-list').split(/\r?\n/).filter((line) => /^mailto:/i.test(line.trim()));
  return links.length > 0 ? links.join('\n') : data.getData('text/plain') || data.getData('text/uri-list').replace(/^#.*$/gm, '');
}

async function readFiles(files: readonly File[]): Promise<DroppedText> {
  const texts: string[] = [];
  const refused: DropRefusal[] = [];
  for (const file of files) {
    const { name } = file;
    if (!/\.(txt|csv)$/i.test(name) && !/^text\/(plain|csv)/.test(file.type)) {
      refused.push({ key: 'contacts.drop.kind', name });
    } else if (file.size > largestFile) {
      refused.push({ key: 'contacts.drop.size', name });
    } else {
      try {
        texts.push(await file.text());
      } catch {
        refused.push({ key: 'contacts.drop.unreadable', name });
      }
    }
  }
  return { text: texts.join('\n'), refused };
}
