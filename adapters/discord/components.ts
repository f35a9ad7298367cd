import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIFileComponent,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from 'discord.js';
import { clip } from '../shared/clip.ts';
import { inGroups } from '../shared/in-groups.ts';
import { visible } from '../shared/text/visible.ts';
import { literal } from './escape.ts';
import { limits } from './limits.ts';

export type DiscordComponent = APIMessageTopLevelComponent;
export type DiscordButton = APIButtonComponentWithCustomId;

/** Sent with a message and shown by a component that names it. */
export type DiscordFile = {
  readonly attachment: Buffer;
  readonly name: string;
  /** For screen readers. */
  readonly description: string;
};

/** What discord.js takes to send, edit or reply. */
export type DiscordMessage = {
  readonly components: DiscordComponent[];
  readonly flags: MessageFlags.IsComponentsV2;
  readonly files?: DiscordFile[];
  /** Nobody is ever notified by what the bot says. */
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false };
};

export const messageOf = (
  components: readonly DiscordComponent[],
  files: readonly DiscordFile[] = [],
): DiscordMessage => ({
  components: [...components],
  flags: MessageFlags.IsComponentsV2,
  ...(files.length > 0 && { files: [...files] }),
  allowedMentions: { parse: [], repliedUser: false },
});

/** `content` is Markdown, escaped where it is somebody's words. */
export const text = (content: string): APITextDisplayComponent => ({
  type: ComponentType.TextDisplay,
  content,
});

export const separator = (): APISeparatorComponent => ({
  type: ComponentType.Separator,
  divider: true,
  spacing: SeparatorSpacingSize.Small,
});

export const container = (...components: APIComponentInContainer[]): APIContainerComponent => ({
  type: ComponentType.Container,
  components,
});

/** Text with a button to its right. */
export const section = (content: string, accessory: DiscordButton): APISectionComponent => ({
  type: ComponentType.Section,
  components: [text(content)],
  accessory,
});

export const file = (name: string): APIFileComponent => ({
  type: ComponentType.File,
  file: { url: `attachment://${name}` },
});

export const button = (customId: string, label: string): DiscordButton => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  custom_id: customId,
  label: clip(literal(visible(label)), limits.button.label) || '–',
});

export const emojiButton = (customId: string, emoji: string): DiscordButton => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  custom_id: customId,
  emoji: { name: emoji },
});

/** Buttons in as few rows as they need. */
export const rows = (buttons: readonly DiscordButton[]): APIActionRowComponent<DiscordButton>[] =>
  inGroups(buttons, limits.row).map((components) => ({
    type: ComponentType.ActionRow,
    components: [...components],
  }));
