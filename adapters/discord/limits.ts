/**
 * What Discord accepts. Over a limit the whole call fails (50035) and nothing is shown.
 * Lengths are in UTF-16 units as sent, so after escaping: Discord counts no more than that.
 */
export const limits = {
  /** With Components V2, nested ones counted: https://docs.discord.com/developers/components/reference */
  message: {
    components: 40,
    /** Of all texts together. */
    characters: 4_000,
    /** https://docs.discord.com/developers/reference#uploading-files */
    files: 10,
  },
  /** Bytes of all files of a message; servers with boosts take more. */
  fileBytes: 10 * 1024 * 1024,
  fileDescription: 1_024,
  fileName: 1_024,
  /** Buttons in a row. */
  row: 5,
  /** Texts in a section. */
  section: 3,
  button: { label: 80 },
  customId: 100,
  select: { options: 25, label: 100, value: 100, description: 100, placeholder: 150 },
  /** https://docs.discord.com/developers/interactions/receiving-and-responding#modal */
  modal: { title: 45, components: 5, label: 45, description: 100 },
  textInput: { length: 4_000, placeholder: 100 },
  /** https://docs.discord.com/developers/interactions/receiving-and-responding#autocomplete */
  autocomplete: { choices: 25, name: 100, value: 100 },
  /** Name of a thread: https://docs.discord.com/developers/resources/channel */
  thread: 100,
  nonce: 25,
  /** https://docs.discord.com/developers/interactions/application-commands */
  command: { name: 32, description: 100, options: 25, text: 6_000 },
} as const;
