import { type REST, Routes } from 'discord.js';
import type { AdapterLog } from '../shared/log.ts';
import type { Retry } from '../shared/retry.ts';
import { holding, readAs, string } from '../shared/shape.ts';
import { checkPayload } from './check-payload.ts';
import type { DiscordMessage } from './components.ts';
import { codeOf, judge } from './failures.ts';

export type SendOptions = {
  /** Asked before each further try; without it one further try is as good as the first. */
  mayGoOn?(): Promise<boolean>;
  /** A message with the same nonce is shown once, however often it is sent; at most 25 characters. */
  readonly nonce?: string;
  readonly replyTo?: string;
  readonly ephemeral?: boolean;
};

/** A message that was taken, by its id. */
export type Sent = { readonly id: string };

export type Outgoing = {
  send(channel: string, message: DiscordMessage, options?: SendOptions): Promise<Sent>;
  /** In place of what an interaction was acknowledged with, or of the message its component stands under. */
  editReply(by: Token, message: DiscordMessage, options?: SendOptions): Promise<Sent>;
  followUp(by: Token, message: DiscordMessage, options?: SendOptions): Promise<Sent>;
  deleteReply(by: Token): Promise<void>;
  /** A message of ours that others see, too. */
  deleteMessage(channel: string, message: string): Promise<void>;
  openThread(channel: string, message: string, name: string): Promise<Sent>;
  /** The conversation with a person alone. */
  openDirect(user: string): Promise<Sent>;
};

/** What answers an interaction for 15 minutes. */
export type Token = { readonly application: string; readonly token: string };

export type OutgoingDeps = { readonly rest: REST; readonly retry: Retry; readonly log: AdapterLog };

/** Milliseconds at which a rate limit is not waited for within a call, but by us, who know whether it is still worth it. */
export const longestLimit = 5_000;
/** Minutes of silence after which a thread is put away. */
const threadArchive = 1_440;
const ephemeralFlag = 64;

/** The one place through which everything leaves for Discord: checked against its limits, tried again where that helps. */
export const createOutgoing = ({ rest, retry, log }: OutgoingDeps): Outgoing => {
  const tried = async (
    what: string,
    attempt: () => Promise<unknown>,
    options: SendOptions = {},
  ): Promise<Sent> => {
    let isTold = false;
    return readAs(
      sent,
      await retry(attempt, {
        judge,
        again(error) {
          // Once, however many tries it takes.
          if (!isTold) log.note('tried again', { what, code: codeOf(error) });
          isTold = true;
        },
        mayGoOn: options.mayGoOn ?? (() => true),
      }),
    );
  };

  return {
    async send(channel, message, options = {}) {
      const { nonce, replyTo } = options;
      const { files, body } = toRequest(message, {
        ...(nonce && { nonce, enforce_nonce: true }),
        // Deleting the question deletes nothing else.
        ...(replyTo && { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
      });
      return tried('send', () => rest.post(Routes.channelMessages(channel), { body, files }), options);
    },
    async editReply({ application, token }, message, options = {}) {
      const { files, body } = toRequest(message);
      const route = Routes.webhookMessage(application, token, '@original');
      return tried('edit reply', () => rest.patch(route, { body, files, auth: false }), options);
    },
    async followUp({ application, token }, message, options = {}) {
      const flags = options.ephemeral ? { flags: message.flags | ephemeralFlag } : {};
      const { files, body } = toRequest(message, flags);
      const route = Routes.webhook(application, token);
      const query = new URLSearchParams({ wait: 'true' });
      return tried('follow up', () => rest.post(route, { body, files, query, auth: false }), options);
    },
    async deleteReply({ application, token }) {
      await rest.delete(Routes.webhookMessage(application, token, '@original'), { auth: false });
    },
    async deleteMessage(channel, message) {
      await rest.delete(Routes.channelMessage(channel, message));
    },
    async openThread(channel, message, name) {
      checkPayload('thread', name);
      const body = { name, auto_archive_duration: threadArchive };
      // Opened twice is refused, so a further try does no harm.
      return tried('open thread', () => rest.post(Routes.threads(channel, message), { body }));
    },
    async openDirect(user) {
      const body = { recipient_id: user };
      return tried('open direct', () => rest.post(Routes.userChannels(), { body }));
    },
  };
};

const sent = holding({ id: string({}) });

/** A message as discord.js takes it → as Discord takes it. */
const toRequest = (message: DiscordMessage, more: Readonly<Record<string, unknown>> = {}) => {
  checkPayload('message', message);
  const { components, flags, files = [] } = message;
  return {
    body: {
      components,
      flags,
      // Files of an edited message that are not named go with the edit.
      attachments: files.map(({ name, description }, id) => ({ id, filename: name, description })),
      allowed_mentions: { parse: [], replied_user: false },
      ...more,
    },
    files: files.map(({ name, attachment }) => ({ name, data: attachment })),
  };
};
