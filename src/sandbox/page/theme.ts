type Theme = "dark" | "light";

const KEPT_AS = "away-team-theme";

/** The system's choice counts until somebody makes their own. */
export function applyTheme(): void {
  const kept = localStorage.getItem(KEPT_AS);
  if (kept === "dark" || kept === "light") document.documentElement.dataset["theme"] = kept;
}

export function switchTheme(): void {
  const next: Theme = themeNow() === "dark" ? "light" : "dark";
  localStorage.setItem(KEPT_AS, next);
  document.documentElement.dataset["theme"] = next;
}

function themeNow(): Theme {
  const own = document.documentElement.dataset["theme"];
  if (own === "dark" || own === "light") return own;
  return matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
}
