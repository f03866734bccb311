import type { APIApplicationCommandBasicOption } from "discord-api-types/v10";
import type { OptionValue } from "../../people/protocol.ts";
import { Option } from "../kinds.ts";
import { guildOf } from "../names.ts";
import type { State } from "../page.ts";
import { type Chip, type CommandLine, commandLines, unusedOptions } from "./draft.ts";

/** An entry of the list above the message box. */
export interface Offer {
  readonly label: string;
  readonly hint?: string;
  readonly take:
    | { readonly kind: "command"; readonly line: CommandLine }
    | { readonly kind: "value"; readonly text: string; readonly value: OptionValue }
    | { readonly kind: "option"; readonly option: APIApplicationCommandBasicOption };
}

export interface OfferList {
  readonly title: string;
  readonly offers: readonly Offer[];
  /** What stands below the entries, or instead of them. */
  readonly note?: string;
  /** Nothing but an entry of the list is a value, so Enter takes the first one. */
  readonly isBinding: boolean;
}

/** What the list above the message box shows for what is typed; undefined when there is no list. */
export function offerList(state: State): OfferList | undefined {
  const { draft, focus, isListClosed, suggestions } = state.composer;
  if (isListClosed) return undefined;
  if (draft.mode === "text") return commandOffers(draft.text, commandLines(state.commands));

  if (focus === "more") {
    const offers = unusedOptions(draft)
      .filter(({ name }) => name.startsWith(draft.more.trim().toLowerCase()))
      .map((option) => ({
        label: option.name,
        hint: option.description,
        take: { kind: "option" as const, option },
      }));
    return offers.length === 0 ? undefined : { title: "Options", offers, isBinding: draft.more !== "" };
  }
  const chip = typeof focus === "number" ? draft.chips[focus] : undefined;
  if (!chip) return undefined;
  const title = `${chip.option.name} — ${chip.option.description}`;
  if (completes(chip.option)) {
    if (suggestions === undefined) return { title, offers: [], note: "Loading options…", isBinding: false };
    if (typeof suggestions === "string") return { title, offers: [], note: suggestions, isBinding: false };
    const offers = suggestions.map(({ name, value }) => valueOffer(name, value));
    return withNote({ title, offers, isBinding: false });
  }
  if (isFree(chip.option)) return { title, offers: [], isBinding: false };
  return withNote({ title, offers: fixedOffers(chip, state), isBinding: true });
}

export function completes(option: APIApplicationCommandBasicOption): boolean {
  return "autocomplete" in option && option.autocomplete === true;
}

function withNote(list: OfferList): OfferList {
  return list.offers.length > 0 ? list : { ...list, note: "No options match your search." };
}

function commandOffers(text: string, lines: readonly CommandLine[]): OfferList | undefined {
  if (!text.startsWith("/") || text.includes("\n")) return undefined;
  const typed = text.slice(1).trimStart().toLowerCase();
  const begins = lines.filter(({ name }) => name.startsWith(typed));
  const contains = lines.filter(({ name }) => !name.startsWith(typed) && name.includes(typed));
  const offers = [...begins, ...contains].map((line) => ({
    label: `/${line.name}`,
    hint: line.description,
    take: { kind: "command" as const, line },
  }));
  return offers.length === 0 ? undefined : { title: "Commands", offers, isBinding: true };
}

function fixedOffers({ option, text, value }: Chip, state: State): readonly Offer[] {
  const wanted = value === undefined ? text.trim().toLowerCase() : "";
  return allOffers(option, state).filter(({ label }) => label.toLowerCase().includes(wanted));
}

function allOffers(option: APIApplicationCommandBasicOption, state: State): readonly Offer[] {
  if ("choices" in option && option.choices?.length) {
    return option.choices.map(({ name, value }) => valueOffer(name, value));
  }
  switch (option.type) {
    case Option.Boolean:
      return [valueOffer("True", true), valueOffer("False", false)];
    case Option.User:
      return peopleOffers(state);
    case Option.Role:
      return roleOffers(state);
    case Option.Mentionable:
      return [...peopleOffers(state), ...roleOffers(state)];
    case Option.Channel: {
      const types: readonly number[] = option.channel_types ?? [];
      const channels = guildOf(state.world, state.channelId)?.channels ?? [];
      return channels
        .filter(({ type }) => types.length === 0 || types.includes(type))
        .map(({ id, name }) => valueOffer(`#${name}`, id));
    }
    default:
      return [];
  }
}

/** Whether anything may stand in the option, as far as the page can tell. */
function isFree(option: APIApplicationCommandBasicOption): boolean {
  if (option.type === Option.Attachment) return true;
  const isText =
    option.type === Option.String || option.type === Option.Integer || option.type === Option.Number;
  return isText && !("choices" in option && option.choices?.length);
}

function peopleOffers({ world, channelId }: State): readonly Offer[] {
  const memberIds = guildOf(world, channelId)?.memberIds;
  return world.people
    .filter(({ id }) => memberIds?.includes(id) ?? true)
    .map(({ id, name, username }) => ({ ...valueOffer(`@${name}`, id), hint: username }));
}

function roleOffers({ world, channelId }: State): readonly Offer[] {
  return (guildOf(world, channelId)?.roles ?? []).map(({ id, name }) =>
    valueOffer(name.startsWith("@") ? name : `@${name}`, id),
  );
}

function valueOffer(label: string, value: OptionValue): Offer {
  return { label, take: { kind: "value", text: label, value } };
}
