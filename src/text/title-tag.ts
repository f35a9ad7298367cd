/**
 * Tags that communities put before a title, which say where or what sort of post it is and nothing of its matter:
 * "Ask HN: …", "[Question] …", "ELI5: …". Bounded, so it reads no more than the beginning.
 */
const tags = [
  /^\s{0,20}(?:ask|tell|show|poll)\s{1,3}(?:hn|reddit|r\/\w{1,30}|lobsters|lobste\.rs|dev|so|slashdot|the community)\s{0,3}[:,\-–—]\s{0,5}/i,
  /^\s{0,20}[[(](?:question|questions|q|help|help wanted|help needed|need help|discussion|discuss|advice|noob|newbie|beginner|serious|request|rfc|poll|meta|ot|off-?topic|eli5|solved|closed|open|feature request|feature|bug|docs|duda|pregunta|ayuda|frage|hilfe|dúvida|ajuda|aide|tanya|ask)[\])]\s{0,3}:?\s{0,5}/i,
  /^\s{0,20}(?:question|quick question|noob question|newbie question|beginner question|dumb question|stupid question|q|eli5|help|discussion|advice|poll|pregunta|duda|consulta|frage|dúvida|domanda|vraag|pytanie|tanya|tldr|tl;dr|psa)\s{0,2}:\s{1,5}/i,
];

/** The text without such tags, several of them in a row at most; a tag that is all there is stays. */
export const withoutTitleTag = (text: string): string => {
  let rest = text;
  for (let count = 0; count < 3; count += 1) {
    const tag = tags.find((pattern) => pattern.test(rest));
    if (tag === undefined) break;
    rest = rest.replace(tag, '');
  }
  return rest.trim() === '' ? text : rest;
};
