/** Where an answer goes. Kept as JSON with the question until it has arrived, so it holds data alone. */
export type Place = {
  readonly team: string;
  readonly channel: string;
  /** Message below which to answer; absent: at the top of the channel. */
  readonly threadTs?: string;
  /** Slack id of who asked. */
  readonly asker: string;
  readonly surface: 'channel' | 'direct';
  /** Only the asker sees the answer. */
  readonly private?: boolean;
  /** Answers in the channel for as long as Slack accepts it: 5 times within 30 minutes. */
  readonly responseUrl?: string;
  /** Nobody has seen the question yet, so the answer quotes it. */
  readonly quoted?: boolean;
  /** What it quotes, where that is not the question itself: that of the answer it replaces. */
  readonly quotes?: { readonly asker: string; readonly text: string };
  /** Who showed a private answer to everyone. */
  readonly sharedBy?: string | undefined;
  /** Message that the answer replaces. */
  readonly replaces?: string;
};
