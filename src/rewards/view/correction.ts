import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import { buttonRows, select, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { limits } from "../../ui/limits.ts";
import { mention } from "../../ui/pieces.ts";
import { escapeText } from "../../ui/text.ts";
import { type Claim, type ClaimingCaptain, claimsBy, type Period } from "../claims.ts";
import { begunStretches, claimIn, turnName } from "../correction.ts";
import { isIn, type Span } from "../periods.ts";
import { standingsTexts as say } from "../text/standings.ts";
import { capital, stretchName } from "../text/words.ts";
import type { Track } from "../track.ts";

export interface CorrectionLook {
  readonly userId: string;
  /** Whose claims are shown, where captains count; the rest of them one pick away. */
  readonly captain?: ClaimingCaptain | undefined;
  /** `undefined` stands for what was claimed without one. */
  readonly captains: readonly (ClaimingCaptain | undefined)[];
  readonly now: number;
  /** A time that is to be on the page; the latest one otherwise. */
  readonly around?: number | undefined;
  readonly notice?: string | undefined;
}

/** What is picked for the claims that were made without a captain. */
export const NOBODYS = "nobodys";

/** The claims of one member, each of which an officer turns with a pick. The latest come first. */
export function correctionCard(
  track: Track,
  periods: readonly Period[],
  look: CorrectionLook,
): APIMessageTopLevelComponent[] {
  const { userId, captain, captains, now, around = now, notice } = look;
  const own = periods.flatMap(({ claims }) => claimsBy({ claims }, track.per, { userId, captain }));
  const begun = begunStretches(track, now).toReversed();
  const at = Math.max(
    0,
    begun.findIndex((stretch) => isIn({ at: around }, stretch)),
  );
  const first = at - (at % limits.selectOptions);
  const shown = begun.slice(first, first + limits.selectOptions);
  const whom = [track.trackId, userId, captain?.captainId ?? ""] as const;
  const menu = select({
    id: customId("rewards", "turn", ...whom),
    placeholder: say.whichPeriod,
    options: shown.map((stretch) => optionOf(track, stretch, own)),
  });
  const turn = (label: string, end: string, to: Span | undefined) => ({
    id: customId("rewards", "correct-at", ...whom, to === undefined ? end : String(to.plannedAt)),
    label,
    disabled: to === undefined,
  });
  const isPaged = begun.length > limits.selectOptions;
  return [
    text(
      [
        say.correcting(mention(userId), escapeText(track.title), whoseOf(look)),
        ...(notice ? [notice] : []),
      ].join("\n"),
    ),
    ...captainMenu(track, userId, captains),
    { type: ComponentType.ActionRow, components: [menu] },
    ...buttonRows([
      ...(isPaged
        ? [
            turn(say.buttons.earlier, "first", begun[first + limits.selectOptions]),
            turn(say.buttons.later, "last", begun[first - limits.selectOptions]),
          ]
        : []),
      { id: customId("rewards", "standings", track.trackId), label: say.buttons.refresh },
    ]),
  ];
}

/** Said of nobody's claims only where there are those of captains beside them. */
function whoseOf({ captain, captains }: CorrectionLook): string {
  if (captain !== undefined) return say.ofCaptain(escapeText(captain.name));
  return captains.length > 1 ? say.ofCaptain(say.withoutCaptain) : "";
}

function optionOf(track: Track, stretch: Span, own: readonly Claim[]) {
  const claim = claimIn(own, stretch);
  const name = capital(stretchName(track, stretch.number));
  return {
    label: claim === undefined ? say.isOpen(name) : say.isClaimed(name),
    value: turnName({ plannedAt: stretch.plannedAt, takes: claim?.at }),
    description: claim === undefined ? say.notes : say.takesBack,
  };
}

function captainMenu(
  { trackId, per }: Track,
  userId: string,
  captains: CorrectionLook["captains"],
): APIMessageTopLevelComponent[] {
  if (per === "account" || captains.length < 2) return [];
  const menu = select({
    id: customId("rewards", "correct-for", trackId, userId),
    placeholder: say.whichCaptain,
    options: captains.map((captain) => ({
      label: captain?.name ?? capital(say.withoutCaptain),
      value: captain?.captainId ?? NOBODYS,
    })),
  });
  return [{ type: ComponentType.ActionRow, components: [menu] }];
}
