import { occurrenceAt } from "../../src/time/recurrence.ts";
import { judgeWeekly } from "../time/wall-clock-oracle.ts";

/** Every zone, five hours of the wall clock, ten years of weeks, under a machine in a zone with clock changes. */
process.env["TZ"] = "America/St_Johns";
const zones = Intl.supportedValuesOf("timeZone");
const wallTimes = ["00:00", "01:30", "02:30", "12:00", "20:00"];
const startedAt = performance.now();

const { checked, wrong } = judgeWeekly({ zones, wallTimes, years: 10 }, (zone, firstOn, weeks) =>
  Array.from({ length: weeks }, (_, count) => occurrenceAt({ firstOn, zone, rhythm: "weekly" }, count)),
);

const seconds = Math.round((performance.now() - startedAt) / 1000);
console.log(
  `weekly recurrence: ${zones.length} zones × ${wallTimes.length} wall times × 10 years = ${checked} weeks, ${wrong.length} wrong, ${seconds} s`,
);
for (const line of wrong.slice(0, 10)) console.log(`  ${line}`);
if (wrong.length > 0) process.exitCode = 1;
