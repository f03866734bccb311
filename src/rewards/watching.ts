import { withDebts } from "./debts.ts";
import { type Track, trackLimits } from "./track.ts";

export type WatchSaid = "watching" | "already" | "not-watching" | "too-many";

/** A member asks to be reminded, or not any more. */
export function watch(
  track: Track,
  userId: string,
  wish: "remind" | "stop",
  now: number,
): { readonly track: Track; readonly said: WatchSaid } {
  const isIn = track.watchers.includes(userId);
  if (wish === "stop")
    return {
      track: isIn
        ? withDebts({ ...track, watchers: track.watchers.filter((one) => one !== userId) }, now)
        : track,
      said: "not-watching",
    };
  if (isIn) return { track, said: "already" };
  if (track.watchers.length >= trackLimits.watchers) return { track, said: "too-many" };
  return { track: withDebts({ ...track, watchers: [...track.watchers, userId] }, now), said: "watching" };
}

/** Whether pictures are posted: an officer says so, or says so again after Discord refused one. */
export function postPictures({ pictures: _pictures, ...track }: Track, wish: "on" | "off"): Track {
  return wish === "on" ? track : { ...track, pictures: "off" };
}

/** A member does not want to stand in the officers' list, or does again. */
export function hide(track: Track, userId: string, wish: "hide" | "show"): Track {
  const isIn = track.hidden.includes(userId);
  if (isIn === (wish === "hide")) return track;
  const hidden = isIn ? track.hidden.filter((one) => one !== userId) : [...track.hidden, userId];
  return { ...track, hidden };
}
