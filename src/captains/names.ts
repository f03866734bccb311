import type { Career } from "../catalog/game.ts";
import type { CaptainKind } from "./viewpoint.ts";

export const captainKindNames: Readonly<Record<CaptainKind, string>> = {
  federation: "Federation (Starfleet, 25th century)",
  klingon: "Klingon (KDF)",
  "romulan-federation": "Romulan, allied with the Federation",
  "romulan-klingon": "Romulan, allied with the Klingon Empire",
  "jemhadar-federation": "Jem'Hadar, allied with the Federation",
  "jemhadar-klingon": "Jem'Hadar, allied with the Klingon Empire",
  tos: "Starfleet (23rd century, Agents of Yesterday)",
  discovery: "Starfleet (Discovery era)",
};

export const careerNames: Readonly<Record<Career, string>> = {
  tactical: "Tactical",
  engineering: "Engineering",
  science: "Science",
};
