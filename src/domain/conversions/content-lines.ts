/*
 * The lines that iCalendar files are made of (RFC 5545, 3.1): folded at 75 octets, a name with parameters, and a value. Text is
 * escaped (3.3.11).
 */

const encoder = new TextEncoder();

/** A line with its end, folded so that no part of it is longer than 75 octets, and no character is cut. */
export function foldLine(line: string): string {
  if (line.length <= 25) return `${line}\r\n`;
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return `${folded}\r\n`;
}

/** Control characters have no place in a text; a line feed is written `\n`. */
export function escapeText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n').replace(/(?!\t)\p{Cc}/gu, ' ');
}

export function unescapeText(text: string): string {
  return text.replace(/\\([\\;,nN])/g, (_, character: string) => (character === 'n' || character === 'N' ? '\n' : character));
}

export interface ContentLine {
  /** In capitals, as are the names of parameters. */
  name: string;
  params: Readonly<Record<string, string>>;
  value: string;
  /** Of the file, from 1: where the line begins. */
  number: number;
}

const nameOrParameter = /([A-Za-z0-9-]+)(?:=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*))?([;:])/y;

/** The lines of a file, unfolded; what has no name and value is `null`. Time is linear in the length of the text. */
export function* contentLines(text: string): Generator<ContentLine | { number: number; text: string }> {
  const physical = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  for (let index = 0; index < physical.length;) {
    const number = index + 1;
    const parts = [physical[index]];
    for (index += 1; index < physical.length && /^[ \t]/.test(physical[index]); index += 1) parts.push(physical[index].slice(1));
    const line = parts.join('');
    if (line.trim() !== '') yield parseLine(line, number);
  }
}

function parseLine(line: string, number: number): ContentLine | { number: number; text: string } {
  const params: [string, string][] = [];
  let name = '';
  nameOrParameter.lastIndex = 0;
  for (;;) {
    const match = nameOrParameter.exec(line);
    if (!match || (name === '') === (match[2] !== undefined)) return { number, text: line.slice(0, 60) };
    if (name === '') name = match[1].toUpperCase();
    else params.push([match[1].toUpperCase(), match[2].replace(/^"(.*)"$/, '$1')]);
    if (match[3] === ':') return { name, params: Object.fromEntries(params), value: line.slice(nameOrParameter.lastIndex), number };
  }
}
