import { clip } from '../../shared/clip.ts';
import { visible } from '../../shared/text/visible.ts';
import { button, type DiscordMessage, messageOf, section, text } from '../components.ts';
import { toCustomId } from '../custom-ids.ts';
import { escapeForMarkdown } from '../escape.ts';
import { small } from '../render/prose.ts';
import { words } from '../words.ts';

/** Characters of an example, and how many there is room for. */
const longest = 300;
const most = 8;

/** How to ask, with examples that ask themselves when pressed. */
export const renderHelp = (examples: readonly string[]): DiscordMessage =>
  messageOf([
    text(words.help.title),
    ...examples
      .slice(0, most)
      .map((example, index) =>
        section(
          `> ${escapeForMarkdown(clip(visible(example), longest))}`,
          button(toCustomId('example', String(index)), words.help.ask),
        ),
      ),
    text(small(words.help.more)),
  ]);
