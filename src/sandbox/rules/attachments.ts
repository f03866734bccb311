import { asObject } from "../rest/request.ts";
import { checkList, checkText, isAbsent, isListOf } from "./fields.ts";
import { atMost, forbidden, lengthBetween, type Refuse, type Rule, valueBetween } from "./rule.ts";
import { checkYesNo, isId } from "./shapes.ts";

const PAGE = "resources/message#attachment-object";
const UPLOADS = "reference#uploading-files";

export const ATTACHMENT_RULES = {
  count: atMost(10, "A message has at most 10 files.", "resources/message#create-message"),
  kinds: forbidden("MODEL_TYPE_CONVERT", "A message's attachments are objects.", UPLOADS),
  id: {
    rule: "An attachment has the id of a file, or the number of one that comes along.",
    page: UPLOADS,
    code: "NUMBER_TYPE_COERCE",
    message: "Value is not snowflake.",
  },
  filename: lengthBetween(1, 1024, "An attachment's filename has 1 to 1,024 characters.", PAGE),
  title: atMost(1024, "An attachment's title has at most 1,024 characters.", PAGE),
  description: atMost(1024, "An attachment's description has at most 1,024 characters.", PAGE),
  duration: valueBetween(0, 2 ** 31 - 1, "A voice message lasts a number of seconds.", PAGE),
  waveform: atMost(400, "A voice message's waveform has at most 400 characters.", PAGE),
} as const satisfies Record<string, Rule>;

/** Files that come along with a message. */
export type Uploads = readonly { readonly filename: string; readonly index: string }[];

/** `kept` are the files that a message has and does not lose. */
export function checkAttachments(
  refuse: Refuse,
  path: string,
  value: unknown,
  { uploads, kept }: { readonly uploads: Uploads; readonly kept: number },
): void {
  const list = checkList(refuse, ATTACHMENT_RULES.count, path, value, { max: 10 });
  if (list.length <= 10 && kept + uploads.length > 10) refuse(ATTACHMENT_RULES.count, path);
  if (!isListOf((one) => asObject(one) !== undefined, value)) {
    refuse(ATTACHMENT_RULES.kinds, path);
    return;
  }
  list.forEach((one, index) => {
    checkAttachment(refuse, `${path}.${index}`, one);
  });
}

function checkAttachment(refuse: Refuse, path: string, value: unknown): void {
  const attachment =
    asObject<
      "id" | "filename" | "title" | "description" | "duration_secs" | "waveform" | "is_spoiler" | "is_remix"
    >(value) ?? {};
  const { id, duration_secs: duration } = attachment;
  if (!isId(typeof id === "number" ? String(id) : id)) refuse(ATTACHMENT_RULES.id, `${path}.id`);
  checkText(refuse, ATTACHMENT_RULES.filename, `${path}.filename`, attachment.filename, {
    min: 1,
    max: 1024,
  });
  checkText(refuse, ATTACHMENT_RULES.title, `${path}.title`, attachment.title, { max: 1024 });
  checkText(refuse, ATTACHMENT_RULES.description, `${path}.description`, attachment.description, {
    max: 1024,
  });
  checkText(refuse, ATTACHMENT_RULES.waveform, `${path}.waveform`, attachment.waveform, { max: 400 });
  if (!isAbsent(duration) && !(typeof duration === "number" && duration >= 0 && duration < 2 ** 31)) {
    refuse(ATTACHMENT_RULES.duration, `${path}.duration_secs`);
  }
  checkYesNo(refuse, `${path}.is_spoiler`, attachment.is_spoiler);
  checkYesNo(refuse, `${path}.is_remix`, attachment.is_remix);
}
