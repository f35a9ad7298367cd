import type { IncomingMessage } from 'node:http';
import type { File } from './state.ts';

/** JSON, or the JSON and the files of a multipart form. */
export const readBody = async (
  request: IncomingMessage,
): Promise<{ body: unknown; files: readonly File[] }> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return { body: undefined, files: [] };
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) return { body: JSON.parse(bytes.toString()) as unknown, files: [] };
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const files: File[] = [];
  for (const [key, value] of form.entries()) {
    if (!key.startsWith('files[') || typeof value === 'string') continue;
    files.push({ name: value.name, type: value.type, text: await value.text(), size: value.size });
  }
  return { body: JSON.parse(String(form.get('payload_json') ?? '{}')) as unknown, files };
};
