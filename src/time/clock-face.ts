/** An instant as a calendar and a clock in a zone show it, where Discord shows no timestamps: "Sun 1 Nov 2026, 01:30 GMT-4". */
export function clockFace(at: number, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  }).format(at);
}
