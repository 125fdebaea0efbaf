/*
 * Languages and regions of a schedule. Both are lists that a host may fill as it likes: what is not known here is kept and
 * shown as it is. Names come from `Intl`.
 */

export type TagKind = 'languages' | 'regions';

/** What is between commas, each once. */
function pieces(text: string): string[] {
  return [...new Set(text.split(/[,;،、，\n]/).map((piece) => piece.trim()).filter(Boolean))];
}

/** A list as somebody typed it. Languages may be given by name, in the reader's language or English, and become BCP 47 tags. */
export function parseTags(kind: TagKind, text: string, lang: string): string[] {
  if (kind === 'regions') return pieces(text);
  return [...new Set(pieces(text).map((piece) => tagByName(lang, piece) ?? canonicalTag(piece) ?? piece))];
}

/** What a tag is called; the tag itself where that is not known. */
export function tagName(kind: TagKind, tag: string, lang: string): string {
  if (kind === 'regions' && !/^(?:[A-Z]{2}|\d{3})$/.test(tag)) return tag;
  try {
    return namesIn(lang, kind === 'languages' ? 'language' : 'region').of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Names of all tags, as a list in a sentence. */
export function tagNames(kind: TagKind, tags: readonly string[], lang: string): string {
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(tags.map((tag) => tagName(kind, tag, lang)));
}

const displayNames = new Map<string, Intl.DisplayNames>();

function namesIn(lang: string, type: 'language' | 'region'): Intl.DisplayNames {
  const key = `${type} ${lang}`;
  let names = displayNames.get(key);
  if (!names) displayNames.set(key, (names = new Intl.DisplayNames(lang, { type, fallback: 'none' })));
  return names;
}

/** `es-mx` as `es-MX`; nothing for what is no tag of a language that has a name. */
function canonicalTag(text: string): string | undefined {
  try {
    const [tag] = Intl.getCanonicalLocales(text.replaceAll('_', '-'));
    return tag && namesIn('en', 'language').of(tag) !== undefined ? tag : undefined;
  } catch {
    return undefined;
  }
}

const tagsByName = new Map<string, ReadonlyMap<string, string>>();

function tagByName(lang: string, name: string): string | undefined {
  const folded = name.toLocaleLowerCase(lang);
  return [lang, 'en'].map((one) => namesFor(one).get(folded)).find(Boolean);
}

/** Every language of two letters by its name: there are not more than that many letters. */
function namesFor(lang: string): ReadonlyMap<string, string> {
  let tags = tagsByName.get(lang);
  if (!tags) {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    tags = new Map(letters.flatMap((first) => letters.flatMap((second): [string, string][] => {
      const name = namesIn(lang, 'language').of(first + second);
      return name === undefined ? [] : [[name.toLocaleLowerCase(lang), Intl.getCanonicalLocales(first + second)[0]]];
    })));
    tagsByName.set(lang, tags);
  }
  return tags;
}
