const NEAR_END_PX = 80;

/** Keeps the newest message in sight, unless somebody has scrolled up to read. */
export function stickToEnd(timeline: Element | null): void {
  const list = timeline?.querySelector("ol");
  if (!timeline || !list) return;
  let isAtEnd = true;
  const toEnd = () => {
    if (isAtEnd) timeline.scrollTop = timeline.scrollHeight;
  };
  timeline.addEventListener(
    "scroll",
    () => {
      isAtEnd = timeline.scrollHeight - timeline.scrollTop - timeline.clientHeight < NEAR_END_PX;
    },
    { passive: true },
  );
  const sizes = new ResizeObserver(toEnd);
  sizes.observe(list);
  sizes.observe(timeline);
  toEnd();
}
