import * as z from 'zod/mini';
import { isEqualJson } from '../domain/equal.js';
import { requirementSetSchema, type RequirementSet } from '../domain/requirements.js';
import { roleSchema } from '../domain/user.js';
import { warnOnce } from './warn.js';

/*
 * Elements never throw on what a host sets. A property that has a kind holds only values of that kind: `undefined` and
 * `null` give it back its default, and anything else does too, with a warning. Checked when it is set, so that no reader
 * has to ask again.
 */

export interface PropertyKind {
  /** For the warning: "it is not …". */
  name: string;
  is(value: unknown): boolean;
  /** Values that say the same are the same: a host that makes the object anew on every rendering changes nothing. */
  isData?: true;
}

const isText = (value: unknown) => typeof value === 'string';
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isMessage = (value: unknown) => isText(value) || (isObject(value) && isText(value.other));
const parses = (schema: z.ZodMiniType) => (value: unknown) => z.safeParse(schema, value).success;

const vocabulary = z.looseObject({ key: z.string(), label: z.string() });
const portMethods = ['loadContactInfo', 'saveContactInfo'];

export const textKind: PropertyKind = { name: 'a text', is: isText };
export const daysKind: PropertyKind = { name: 'a number of days, 0 or more', is: (value) => Number.isSafeInteger(value) && (value as number) >= 0 };
/** An empty text is no number, and not 0. */
export const daysConverter = (text: string | null): number | null => (text === null ? null : text.trim() === '' ? Number.NaN : Number(text));
export const functionKind: PropertyKind = { name: 'a function', is: (value) => typeof value === 'function' };
export const messagesKind: PropertyKind = { name: 'an object of texts', is: (value) => isObject(value) && Object.values(value).every(isMessage), isData: true };
export const vocabularyKind: PropertyKind = { name: 'a list of { key, label }', is: parses(z.array(vocabulary)), isData: true };
export const rolesKind: PropertyKind = { name: 'a list of roles', is: parses(z.array(roleSchema)), isData: true };
export const requirementsKind: PropertyKind = { name: 'a requirement set, with a key for each field', is: (value) => parses(requirementSetSchema)(value) && hasUniqueKeys(value as RequirementSet), isData: true };
export const adapterKind: PropertyKind = {
  name: 'a persistence adapter',
  is: (value) => isObject(value) && portMethods.every((method) => typeof value[method] === 'function'),
};

function hasUniqueKeys({ fields }: RequirementSet): boolean {
  return new Set(fields.map(({ key }) => key)).size === fields.length;
}

/**
 * Above `@property` on a field: it keeps values of that kind only. The default is what the class itself sets first.
 */
export function keeps(kind: PropertyKind) {
  return (prototype: object, property: string): void => {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, property)!;
    let initial: { value: unknown } | undefined;
    Object.defineProperty(prototype, property, {
      ...descriptor,
      set(this: Element, value: unknown) {
        initial ??= { value };
        if (value !== initial.value && value !== undefined && value !== null && !kind.is(value)) {
          warnOnce(this.localName, `has a property ${property} that is not ${kind.name}; it was not used.`);
          value = initial.value;
        }
        const next = value ?? initial.value;
        if (kind.isData && isEqualJson(next, descriptor.get!.call(this))) return;
        descriptor.set!.call(this, next);
      },
    });
  };
}
