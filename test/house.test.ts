import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';

/** The house checks itself: arrows point inward, and what belongs to `knowledge/` stands there alone. */
const root = fileURLToPath(new URL('..', import.meta.url));

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .sort();

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const source = filesIn('src');
const adapters = filesIn('adapters');

/** Comments go, strings stay. */
const withoutComments = (code: string): string =>
  code.replace(/('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\/.*|\/\*[\s\S]*?\*\//g, '$1');

/** What a file imports: paths from the root of the project for its own files, names for packages. */
const importsOf = (file: string): readonly string[] => {
  const code = withoutComments(read(file));
  return [
    ...code.matchAll(/^(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?'([^']+)'/gm),
    ...code.matchAll(/\bimport\('([^']+)'\)/g),
  ].map(([, name = '']) => (name.startsWith('.') ? join(dirname(file), name) : name));
};

/** `src/search/index.ts` → `search`; a file that lies in no room stands for itself. */
const roomOf = (file: string): string => {
  const [, room = '', ...rest] = file.split('/');
  return rest.length > 0 ? room : file;
};

/** Who may import what: rooms, and packages. Node's own modules are listed where a room may touch the outside. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  domain: ['zod'],
  text: ['domain'],
  knowledge: ['domain', 'text', 'zod', 'js-yaml', 'node:fs', 'node:path'],
  search: ['domain', 'text', 'minisearch'],
  understanding: ['domain', 'text', 'zod', 'node:fs', 'node:zlib'],
  decision: ['domain'],
  conversation: ['domain'],
  store: ['domain', 'node:sqlite'],
  answering: [
    'domain',
    'text',
    'knowledge',
    'search',
    'understanding',
    'decision',
    'conversation',
    'node:perf_hooks',
  ],
};

describe('arrows point inward', () => {
  const rooms = source.filter((file) => roomOf(file) !== file);

  test('every room is known here', () => {
    expect(rooms.map(roomOf).filter((room) => !(room in allowed))).toEqual([]);
  });

  test.each(rooms)('%s', (file) => {
    const room = roomOf(file);
    const strays = importsOf(file).filter((name) => {
      const target = name.startsWith('src/') ? roomOf(name) : name;
      return target !== room && !allowed[room]?.includes(target);
    });
    expect(strays).toEqual([]);
  });

  test('nobody imports the composition root', () => {
    const importers = [...source, ...adapters].filter((file) => importsOf(file).includes('src/main.ts'));
    expect(importers).toEqual([]);
  });

  test('only the composition root knows the adapters', () => {
    const importers = source.filter((file) => importsOf(file).some((name) => name.startsWith('adapters/')));
    expect(importers).toEqual(['src/main.ts']);
  });

  test.each(adapters)('%s goes through the door, and to no other adapter', (file) => {
    const [, own] = file.split('/');
    const strays = importsOf(file).filter(
      (name) =>
        (name.startsWith('src/') && name !== 'src/index.ts') ||
        (name.startsWith('adapters/') && ![own, 'shared'].includes(name.split('/')[1])) ||
        name.startsWith('test/'),
    );
    expect(strays).toEqual([]);
  });
});

test('every file of src is used by another one that runs', () => {
  const running = [...source, ...adapters, ...filesIn('scripts')];
  const imported = new Set(running.flatMap(importsOf));
  expect(source.filter((file) => !imported.has(file) && file !== 'src/main.ts')).toEqual([]);
  expect(read('start.js')).toContain("import('./src/main.ts')");
});

test('the environment is read in one place', () => {
  const readers = [...source, ...adapters].filter((file) =>
    /process\s*\.\s*env\b|\benv\b.*node:process/.test(withoutComments(read(file))),
  );
  expect(readers).toEqual(['src/config.ts']);
});

test('platforms are named in the composition root and the settings only', () => {
  const namers = source.filter((file) => /slack|discord/i.test(read(file)));
  expect(namers.filter((file) => file !== 'src/main.ts' && file !== 'src/config.ts')).toEqual([]);
});

describe('options, frameworks and requirements are named in knowledge/ alone', () => {
  type Named = { readonly id: string; readonly name: string; readonly names?: readonly string[] };
  const entries = (file: string): readonly (Named & { readonly frameworks?: readonly Named[] })[] =>
    load(read(join('knowledge', file))) as readonly Named[];
  const options = entries('options.yaml');
  const namesOf = ({ id, name, names = [] }: Named) => [id, name, ...names];
  // Shorter spellings are also file endings and syllables.
  const products = [
    ...options.flatMap(namesOf),
    ...options.flatMap(({ frameworks = [] }) => frameworks.flatMap(namesOf)),
  ]
    .map((name) => name.toLowerCase())
    .filter((name) => name.length > 2);
  const requirements = entries('requirements.yaml').map(({ id }) => id);
  const anyOf = (names: readonly string[]) =>
    new RegExp(
      `(?<![\\w-])(?:${[...new Set(names)].map((name) => name.replace(/\W/g, '\\$&')).join('|')})(?![\\w-])`,
      'gi',
    );
  const everywhere = anyOf([...products, ...requirements]);
  // Where language itself is described, ordinary words are no ids: only what has a hyphen is.
  const inLanguage = anyOf([...products, ...requirements.filter((id) => id.includes('-'))]);

  test('there are names to look for', () => {
    expect(products.length).toBeGreaterThan(20);
    expect(requirements.length).toBeGreaterThan(20);
    expect("a('x', 'Django')".match(everywhere)).toEqual(['Django']);
  });

  test.each(source)('%s', (file) => {
    const names = ['text', 'understanding'].includes(roomOf(file)) ? inLanguage : everywhere;
    // Only what is said counts; a variable may be the node of a tree, an import one of Node's own modules.
    const literals = withoutComments(read(file)).match(/'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g) ?? [];
    const said = literals.filter((literal) => !literal.startsWith("'node:")).join('\n');
    expect(said.match(names) ?? []).toEqual([]);
  });
});
