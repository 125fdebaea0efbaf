import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

type Media = Record<string, { schema: object }>;
type Described = { $ref?: string; content?: Media };
interface Operation {
  parameters?: { $ref?: string; name?: string; in?: string }[];
  requestBody?: { content: Media };
  responses: Record<string, Described>;
}
interface Description {
  paths: Record<string, Record<string, Operation> & { parameters?: Operation['parameters'] }>;
  components: { schemas: Record<string, object>; responses: Record<string, Described> };
}

export const description = parse(readFileSync('openapi.yaml', 'utf8')) as Description;

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema({ $id: 'openapi.yaml', components: description.components });

/** The same schema where its references lead into the whole description. */
const rooted = (schema: object) => JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi.yaml#/')) as object;

function problemsOf(schema: object, value: unknown): string[] {
  const validate = ajv.compile(rooted(schema));
  return validate(value) ? [] : ((validate.errors ?? []) as ErrorObject[]).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function operationOf(method: string, pathname: string): Operation | undefined {
  const found = Object.entries(description.paths).find(([path]) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname));
  const [, item] = found ?? [];
  const operation = item?.[method.toLowerCase()];
  return operation && { ...operation, parameters: [...(item!.parameters ?? []), ...(operation.parameters ?? [])] };
}

/** What of a request and its answer is not as it is described. `pathname` begins with `/accounts`. */
export async function strayFrom(pathname: string, search: URLSearchParams, init: RequestInit, response: Response): Promise<string[]> {
  const method = init.method ?? 'GET';
  const operation = operationOf(method, pathname);
  if (!operation) return ['there is no such operation'];
  const names = operation.parameters!.map(({ $ref, name }) => name ?? $ref!.split('/').at(-1));
  const strays = [...search.keys()].filter((name) => !names.includes(name)).map((name) => `there is no parameter ${name}`);
  const asked = operation.requestBody?.content['application/json'].schema;
  // What breaks a rule may be asked; it is refused.
  if (asked && response.ok) strays.push(...problemsOf(asked, JSON.parse(String(init.body))).map((problem) => `the body: ${problem}`));
  const given = operation.responses[response.status];
  if (!given) return [...strays, `the answer is ${response.status}`];
  const { content } = given.$ref ? description.components.responses[given.$ref.split('/').at(-1)!] : given;
  const type = (response.headers.get('content-type') ?? '').split(';')[0];
  if (!content) return (await response.clone().text()) === '' ? strays : [...strays, 'the answer has a body'];
  if (!content[type]) return [...strays, `the answer is of the type ${type}`];
  if (/json$/.test(type)) strays.push(...problemsOf(content[type].schema, await response.clone().json()).map((problem) => `the answer: ${problem}`));
  return strays;
}
