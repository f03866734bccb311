/** Sentences that the facts repeat from record to record. They stand in data/sentences.json once; records write `@key`. */
export const SENTENCES: Readonly<Record<string, string>> = {
  recalled: "Recalled from general knowledge of the game; no stored page for it was found.",
  "player-log-2010":
    "Plot from a player log of 2010 written in character; the title is the log's own heading.",
  "player-log-2010-recalled-titles":
    "The plot comes from a 2010 player log that does not print mission titles; which title covers which part is recalled, not sourced.",
  "player-log-2010-patrol":
    "From a 2010 player log; a patrol led through several systems, of which the first ones were seen.",
  "player-log-2015-order":
    "Order follows a 2015 player log, where these lead up to a second mission called Taris.",
  "fan-series":
    "Title, order and setting come from a fan series that retells the game arc chapter by chapter; the game's own page was not seen.",
  "academy-tutorial": "The launch tutorial gave way to the Academy tutorial.",
  "delta-rising-patrol": "One of the system patrols inside the Delta Rising story.",
  promotion: "Report to Admiral Quinn for a promotion.",
  "promotion-list": "Listed among the promotion missions of Tour of Duty.",
  "cross-faction-2015": "The arc page calls the 2015 version a cross-faction arc for every captain.",
  "qonos-list": "Named in the wiki's list of missions on Qo'noS, in this order; the arc was not stated.",
  "level-zero": "Level 0 on the wiki's list, that is, before the first rank.",
  "cardassian-revamp": "Taken out in the revamp of the Cardassian Struggle arc.",
  "age-of-discovery": "The reference article puts it in an arc called Age of Discovery.",
  "house-united":
    "Title recalled from general knowledge: the articles say House United has two featured episodes but do not name them; cast and dates are theirs, for the pair.",
  "miral-paris":
    "An editor at TV Tropes says Miral Paris's missions are gone from the game; no date is given.",
  "kobali-act-one": "Kobali Crisis Act I (Memory Beta).",
  "elachi-episode": "Memory Beta cites it for the Elachi; the episode it belongs to was not given.",
  "warzone-rebuilt":
    "The first two Warzone missions were rebuilt on 2013-05-21 around Worf, K'mtar and the feud of the houses; Michael Dorn's voice was added on 2013-12-05.",
  "nimbus-visit": "A visit to the lawless capital of Nimbus III.",
  "wasteland-episode": "Memory Beta names it as a mission of the Wasteland episode.",
  "nimbus-background":
    "Background: the Orion Syndicate moved into the failed colony and did away with its Peacekeepers; Law, who settled there after Romulus was destroyed, had been one of them in 2407.",
  "rerun-2012-reward": "series reward of the 2012 rerun",
  "patrol-team": "solo or up to a five-player team",
  "ground-tfo-unknown": "Ground TFO in the 2026 map catalogue; details not found.",
  "space-tfo-unknown": "Space TFO in the current wiki list; details not found.",
  "space-tfo-map-unknown": "Space TFO in the 2026 map catalogue; details not found.",
  "red-alerts-together": "Normal only; all five ran together 2024-12-31 to 2025-01-14",
  "red-alert-events": "Weekend or week-long events turn these on: remind members the day it opens",
  "delta-patrol-group": "Space patrol in the Delta Quadrant group.",
  "discovery-patrol-group": "Space patrol in the Age of Discovery group.",
  "mirror-patrol-group": "Space patrol in the Mirror Universe group.",
  "civil-war-patrol-group": "Space patrol in the Klingon Civil War group.",
};

const KEYS = new Map(Object.entries(SENTENCES).map(([key, sentence]) => [sentence, key]));

/** The same record with shared sentences replaced by their keys. */
export function shared<T>(record: T): T {
  if (typeof record === "string") return (KEYS.has(record) ? `@${KEYS.get(record)}` : record) as T;
  if (Array.isArray(record)) return record.map(shared) as T;
  if (typeof record !== "object" || record === null) return record;
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, shared(value)])) as T;
}
