/** Where an answer goes. Kept as JSON with the question until it has arrived, so it holds data alone. */
export type Place = {
  readonly channel: string;
  readonly guild?: string;
  /** User id of who asked. */
  readonly asker: string;
  /** Message on which to open a thread and answer there; where that cannot be, it is replied to. */
  readonly opensOn?: string;
  /** Message to reply to. */
  readonly replyTo?: string;
  /** In a thread, the channel it belongs to: the way out where it is locked. */
  readonly parent?: string;
  /** An interaction that was acknowledged; its token serves for 15 minutes. */
  readonly interaction?: { readonly application: string; readonly token: string };
  /** Only the asker sees the answer. */
  readonly private?: boolean;
  /** Nobody has seen the question yet, so the answer quotes it. */
  readonly quoted?: boolean;
  /** What it quotes, where that is not the question itself: that of the answer it replaces. */
  readonly quotes?: { readonly asker: string; readonly text: string };
  readonly sharedBy?: string;
  /** Follows what was sent before; else the first message takes the place of what was acknowledged. */
  readonly follows?: boolean;
  /** The beginning of a thread: the answer says how to go on. */
  readonly begins?: boolean;
};
