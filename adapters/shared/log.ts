/** What an adapter tells the operator, a line each; never the words of a person. */
export type AdapterLog = {
  /** Something an operator should know of, though nothing failed. */
  note(what: string, details?: Readonly<Record<string, unknown>>): void;
  /** Something failed, or went another way than it should; `what` names the step. */
  failed(what: string, details: Readonly<Record<string, unknown>>, error?: unknown): void;
};
