import type { Check } from '../../shared/doctor.ts';
import { requestPath } from '../slack.ts';

/** Milliseconds: it is this machine that is asked. */
const patience = 2_000;

/** HTTP instead of a socket: the secret by which Slack's requests are known, and where they arrive. */
export const checkRequests = async (
  { signingSecret }: { readonly signingSecret: string },
  http: { readonly host: string; readonly port: number },
): Promise<readonly Check[]> => [checkSecret(signingSecret), await checkAddress(http)];

const checkSecret = (secret: string): Check => {
  const name = 'signing secret';
  return /^[0-9a-f]{32}$/.test(secret)
    ? { name, ok: true }
    : {
        name,
        ok: false,
        problem: 'SLACK_SIGNING_SECRET has not the form of one: 32 digits and letters from a to f.',
        mend: 'Copy it again: your app → Basic Information → Signing Secret → Show. It is neither the client secret nor the verification token.',
      };
};

const checkAddress = async ({ host, port }: { readonly host: string; readonly port: number }) => {
  const name = 'request URL';
  const mend = `Slack must be able to reach it as https://<your address>${requestPath}: the Request URL of Event Subscriptions, of Interactivity & Shortcuts and of /stack in Slash Commands.`;
  const isAnywhere = host === '0.0.0.0' || host === '::';
  const here = `http://${isAnywhere ? '127.0.0.1' : host}:${port}/healthz`;
  const check = (ok: boolean, said: string): Check =>
    ok ? { name, ok, note: said, mend } : { name, ok, problem: said, mend };
  try {
    const { status } = await fetch(here, { signal: AbortSignal.timeout(patience) });
    if (status === 200) return check(true, `The bot is up on port ${port}.`);
    return status === 503
      ? check(false, `The bot on port ${port} says that it is not up: its log tells why.`)
      : check(false, `Another program answers on port ${port} (${status}); set PORT to a free one.`);
  } catch {
    return check(true, `The bot does not run here now: nothing answers at ${here}.`);
  }
};
