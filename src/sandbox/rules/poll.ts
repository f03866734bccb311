import { asObject } from "../rest/request.ts";
import { EMOJI_RULES, isEmoji } from "./emoji.ts";
import { checkList, checkRequiredText, checkText, checkWhole, isAbsent } from "./fields.ts";
import { lengthBetween, oneOf, type Refuse, type Rule, required, valueBetween } from "./rule.ts";
import { checkObject, checkYesNo } from "./shapes.ts";

const page = (name: string) => `resources/poll#${name}`;
const CREATE = page("poll-create-request-object");
const MEDIA = page("poll-media-object");

export const POLL_RULES = {
  question: lengthBetween(1, 300, "A poll's question has 1 to 300 characters.", MEDIA),
  answers: lengthBetween(1, 10, "A poll has 1 to 10 answers.", CREATE),
  answer: required("A poll's answer has a text or an emoji.", MEDIA),
  answerText: lengthBetween(1, 55, "A poll's answer has 1 to 55 characters.", MEDIA),
  duration: valueBetween(1, 768, "A poll stays open for 1 to 768 hours.", CREATE),
  layout: oneOf([1], "A poll has the one layout that there is.", page("layout-type")),
} as const satisfies Record<string, Rule>;

export function checkPoll(refuse: Refuse, path: string, value: unknown): void {
  checkObject(refuse, path, value);
  const poll = asObject<"question" | "answers" | "duration" | "allow_multiselect" | "layout_type">(value);
  if (!poll) return;
  const question = asObject<"text">(poll.question)?.text;
  checkRequiredText(refuse, POLL_RULES.question, `${path}.question.text`, question, { min: 1, max: 300 });
  const at = `${path}.answers`;
  checkList(refuse, POLL_RULES.answers, at, poll.answers, { min: 1, max: 10 }).forEach((one, index) => {
    checkAnswer(refuse, `${at}.${index}.poll_media`, asObject<"poll_media">(one)?.poll_media);
  });
  checkWhole(refuse, POLL_RULES.duration, `${path}.duration`, poll.duration, { min: 1, max: 768 });
  checkYesNo(refuse, `${path}.allow_multiselect`, poll.allow_multiselect);
  if (!isAbsent(poll.layout_type) && poll.layout_type !== 1) {
    refuse(POLL_RULES.layout, `${path}.layout_type`);
  }
}

function checkAnswer(refuse: Refuse, path: string, media: unknown): void {
  const { text, emoji } = asObject<"text" | "emoji">(media) ?? {};
  if (isAbsent(text) && isAbsent(emoji)) refuse(POLL_RULES.answer, path);
  checkText(refuse, POLL_RULES.answerText, `${path}.text`, text, { min: 1, max: 55 });
  if (!isAbsent(emoji) && !isEmoji(emoji)) refuse(EMOJI_RULES.emoji, `${path}.emoji.name`);
}
