import type { Check } from '../../shared/doctor.ts';
import { scopes } from '../scopes.ts';

const name = 'scopes';
const where = 'your app → OAuth & Permissions → Bot Token Scopes';

/** What the workspace granted, beside what the manifests ask for. */
export const checkScopes = (granted: ReadonlySet<string> | undefined): Check => {
  if (!granted) return { name, ok: true, note: 'Not compared: Slack did not tell them.' };
  const missing = scopes.filter(({ scope }) => !granted.has(scope));
  const needed = missing.filter(({ minimal }) => minimal);
  if (needed.length > 0) {
    return {
      name,
      ok: false,
      problem: `Missing: ${needed.map(said).join('; ')}.`,
      mend: `Add them: ${where} → Add an OAuth Scope; then Reinstall at the top of that page.`,
    };
  }
  const known = new Set<string>(scopes.map(({ scope }) => scope));
  const more = [...granted].filter((scope) => !known.has(scope));
  const surplus = more.length > 0 ? ` More than it uses: ${more.join(', ')}.` : '';
  const remove =
    more.length > 0 ? `To take away what it does not use: ${where} → Remove; then Reinstall.` : '';

  if (missing.length === 0) return noted(`All of manifest.json.${surplus}`, remove);
  if (missing.length === scopes.filter(({ minimal }) => !minimal).length) {
    return noted(
      `Those of manifest.minimal.json: it hears mentions, commands and buttons.${surplus}`,
      remove,
    );
  }
  return {
    name,
    ok: true,
    note: `Between the two manifests. Without: ${missing.map(said).join('; ')}.${surplus}`,
    mend: `To have these, add them: ${where} → Add an OAuth Scope; then Reinstall. ${remove}`.trim(),
  };
};

const noted = (note: string, mend: string): Check => ({ name, ok: true, note, ...(mend && { mend }) });
const said = ({ scope, why }: (typeof scopes)[number]): string => `${scope} (${why})`;
