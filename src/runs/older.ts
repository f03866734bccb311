/** Version 1 kept what was heard of members under their ids. */
export function heardInList(run: unknown): unknown {
  if (!isObject(run)) return run;
  const { heard, offshoot } = run;
  return {
    ...run,
    ...(isObject(heard) && {
      heard: Object.entries(heard).map(([userId, interactionIds]) => ({ userId, interactionIds })),
    }),
    ...(offshoot !== undefined && { offshoot: heardInList(offshoot) }),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
