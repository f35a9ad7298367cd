import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AnyMiddlewareArgs, App, Middleware } from '@slack/bolt';
import { fits, holding, optional, string } from '../../shared/shape.ts';
import { createUnderWay, type UnderWay } from '../../shared/under-way.ts';
import type { Desk } from '../desk.ts';
import { codeOf } from '../failures.ts';
import { notices } from '../notices.ts';
import { formId } from '../views/form.ts';
import { whisper } from '../whisper.ts';
import { handleCommands } from './commands.ts';
import { handleCorrection } from './correct.ts';
import { handleForm } from './form.ts';
import { handleHome } from './home.ts';
import { handleMessages } from './messages.ts';
import { handlePresses } from './presses.ts';
import { handleShortcut } from './shortcut.ts';
import { handleVoteReason } from './vote.ts';

/** Everything people can do, on whichever way it comes in. */
export const handleAll = (app: App, desk: Desk, underWay: UnderWay = createUnderWay()): void => {
  app.use(({ next, body, context }) =>
    underWay.track(next().catch((error: unknown) => tellFailure(desk, error, body, context.teamId))),
  );
  app.use(acknowledge);
  handleMessages(app, desk);
  handleCommands(app, desk);
  handlePresses(app, desk);
  handleForm(app, desk);
  handleCorrection(app, desk);
  handleVoteReason(app, desk);
  handleShortcut(app, desk);
  handleHome(app, desk);
  // What fails before a handler is reached: a workspace that is not ours.
  app.error(async (error) => desk.log.failed('event', { code: error.code }, error));
};

/**
 * First of all, so that neither slow work nor a mistake of ours, nor a button of an older version that nobody handles
 * any more, shows the person an error. The form alone is acknowledged by its handler, with what is missing in it.
 */
const acknowledge: Middleware<AnyMiddlewareArgs> = async (args) => {
  const isForm = 'view' in args && args.view.callback_id === formId && args.body.type === 'view_submission';
  if ('ack' in args && args.ack && !isForm) await (args.ack as () => Promise<void>)();
  // What else has come in by now is acknowledged before any of it is worked on.
  await nextTurn();
  await args.next();
};

const word = optional(string({}));
const named = optional(holding({ id: string({}) }));
const someone = holding({
  user: named,
  user_id: word,
  channel: named,
  channel_id: word,
  response_url: word,
});

/** The one place where a surprise in a handler ends: a line for the operator, an apology for the person. */
const tellFailure = async (
  desk: Desk,
  error: unknown,
  body: unknown,
  team: string | undefined,
): Promise<void> => {
  const id = Math.floor(desk.now()).toString(36);
  desk.log.failed('handler', { id, code: codeOf(error) }, error);
  if (!fits(someone, body)) return;
  const user = body.user?.id ?? body.user_id;
  // An event names its person elsewhere; whoever said something is told where that is heard.
  if (user === undefined || team === undefined) return;
  const ear = { team, user, channel: body.channel?.id ?? body.channel_id, responseUrl: body.response_url };
  await whisper(desk, ear, notices.failed(id));
};
