import { MessageFlags } from 'discord.js';
import * as spec from 'discord-api-spec/zod';
import { z } from 'zod';

type Schema = z.core.$ZodType;
const schemas = spec as unknown as Readonly<Record<string, Schema>>;

const schema = (name: string): Schema => {
  const found = schemas[name];
  if (!found) throw new Error(`discord-api-spec has no ${name}`);
  return found;
};

/** Sent by discord.js with every message, also where Discord ignores them. */
const ignored = new Set(['tts', 'nonce', 'enforce_nonce']);

const callbacks: Readonly<Record<number, string>> = {
  4: 'CreateMessageInteractionCallbackRequestSchema',
  5: 'CreateMessageInteractionCallbackRequestSchema',
  6: 'UpdateMessageInteractionCallbackRequestSchema',
  7: 'UpdateMessageInteractionCallbackRequestSchema',
  8: 'ApplicationCommandAutocompleteCallbackRequestSchema',
  9: 'ModalInteractionCallbackRequestSchema',
};

/** The schema of Discord's OpenAPI document for the body of each operation. */
const operations: readonly (readonly [string, RegExp, string])[] = [
  ['POST', /^\/channels\/\d+\/messages$/, 'MessageCreateRequestSchema'],
  ['PATCH', /^\/channels\/\d+\/messages\/\d+$/, 'MessageEditRequestPartialSchema'],
  ['POST', /^\/channels\/\d+\/messages\/\d+\/threads$/, 'CreateTextThreadWithMessageRequestSchema'],
  ['POST', /^\/channels\/\d+\/threads$/, 'CreateTextThreadWithoutMessageRequestSchema'],
  ['PATCH', /^\/channels\/\d+$/, 'UpdateThreadRequestPartialSchema'],
  ['POST', /^\/users\/@me\/channels$/, 'CreatePrivateChannelRequestSchema'],
  ['POST', /^\/webhooks\/\d+\/[^/]+$/, 'IncomingWebhookRequestPartialSchema'],
  ['PATCH', /^\/webhooks\/\d+\/[^/]+\/messages\/[^/]+$/, 'IncomingWebhookUpdateRequestPartialSchema'],
  ['PUT', /^\/applications\/\d+(\/guilds\/\d+)?\/commands$/, 'ApplicationCommandUpdateRequestSchema'],
  ['POST', /^\/applications\/\d+(\/guilds\/\d+)?\/commands$/, 'ApplicationCommandCreateRequestSchema'],
];

const bodyless: readonly RegExp[] = [/\/typing$/, /\/thread-members\/@me$/];

type Sent = {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** Names of the files sent with it. */
  readonly files: readonly string[];
  /** The message that is edited shows Components V2. */
  readonly v2?: boolean;
};

/** What Discord would find wrong with a request; empty for a good one. */
export const judge = ({ method, path, body, files, v2 = false }: Sent): readonly string[] => {
  if (method === 'GET' || method === 'DELETE') return body === undefined ? [] : ['a body where none belongs'];
  if (body === undefined && bodyless.some((one) => one.test(path))) return [];
  if (/^\/interactions\/\d+\/[^/]+\/callback$/.test(path)) {
    const { type, data } = body as { readonly type: number; readonly data?: unknown };
    const name = callbacks[type];
    if (!name) return [`no such callback: ${type}`];
    const message = type === 4 || type === 7 ? messageProblems(data, files, v2) : [];
    return [...schemaProblems(schema(name), body), ...message];
  }
  const name = operations.find(([verb, pattern]) => verb === method && pattern.test(path))?.[2];
  if (!name) return ['an operation that the tests do not know'];
  if (method === 'PUT') return schemaProblems(z.array(schema(name)), body);
  const message = /messages|webhooks/.test(path) && !/threads$/.test(path);
  return [...schemaProblems(schema(name), body), ...(message ? messageProblems(body, files, v2) : [])];
};

/** Whether a body or an answer has the documented shape, by the name of its schema. */
export const shapeProblems = (name: string, value: unknown): readonly string[] => {
  // Discord writes +00:00, the generated schemas know Z alone.
  const zulu = JSON.parse(JSON.stringify(value).replaceAll('+00:00"', 'Z"')) as unknown;
  const result = z.safeParse(schema(name), zulu);
  return result.success ? [] : [z.prettifyError(result.error)];
};

const schemaProblems = (judged: Schema, body: unknown): readonly string[] => {
  const result = z.safeParse(judged, body);
  if (!result.success) return [z.prettifyError(result.error)];
  return unknownKeys(body, result.data, '');
};

/** The generated schemas drop what they do not know; what is dropped was misspelt or does not belong there. */
const unknownKeys = (sent: unknown, known: unknown, at: string): readonly string[] => {
  if (typeof sent !== 'object' || sent === null) return [];
  const left = (known ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(sent).flatMap(([key, value]) => {
    // The type of a thread, which discord.js sends where the channel decides it.
    if (value === undefined || ignored.has(key) || (at === '' && key === 'type')) return [];
    return key in left ? unknownKeys(value, left[key], `${at}.${key}`) : [`unknown key: ${at}.${key}`];
  });
};

type Component = {
  readonly type?: number;
  readonly content?: string;
  readonly custom_id?: string;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly file?: { readonly url: string };
  readonly items?: readonly { readonly media: { readonly url: string } }[];
};

/** Every component, however deep. */
export const componentsIn = (components: readonly Component[]): readonly Component[] =>
  components.flatMap((one) => [
    one,
    ...componentsIn(one.components ?? []),
    ...(one.accessory ? componentsIn([one.accessory]) : []),
  ]);

const newTypes = new Set([9, 10, 11, 12, 13, 14, 17]);

/** Rules between the parts of a message that the OpenAPI document leaves to prose. */
const messageProblems = (body: unknown, files: readonly string[], edited: boolean): readonly string[] => {
  if (typeof body !== 'object' || body === null) return [];
  const { content, embeds, flags, components } = body as {
    readonly content?: string | null;
    readonly embeds?: readonly unknown[] | null;
    readonly flags?: number | null;
    readonly components?: readonly Component[] | null;
  };
  const all = componentsIn(components ?? []);
  const v2 = edited || ((flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  const text = all.reduce((sum, one) => sum + (one.type === 10 ? (one.content ?? '').length : 0), 0);
  const customIds = all.flatMap(({ custom_id }) => custom_id ?? []);
  const urls = all.flatMap(({ file, items }) => [
    ...(file ? [file.url] : []),
    ...(items ?? []).map(({ media }) => media.url),
  ]);
  const missing = urls.filter(
    (url) => url.startsWith('attachment://') && !files.includes(url.slice('attachment://'.length)),
  );
  return [
    ...(v2 && content ? ['content beside Components V2'] : []),
    ...(v2 && embeds?.length ? ['embeds beside Components V2'] : []),
    ...(!v2 && all.some(({ type }) => newTypes.has(type ?? 0)) ? ['new components without the flag'] : []),
    ...(v2 && all.length > 40 ? [`${all.length} components`] : []),
    ...(!v2 && (components?.length ?? 0) > 5 ? ['more than five rows'] : []),
    ...(!v2 && (content?.length ?? 0) > 2000 ? ['content over 2,000 characters'] : []),
    ...(text > 4000 ? [`${text} characters of text`] : []),
    ...(new Set(customIds).size < customIds.length ? ['a custom_id twice'] : []),
    ...missing.map((url) => `no such file: ${url}`),
  ];
};
