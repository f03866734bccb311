const NEAR_END_PX = 80;

/** Keeps the newest message in sight, unless somebody has scrolled up to read. The answer goes back there. */
export function stickToEnd(timeline: Element | null): () => void {
  const list = timeline?.querySelector("ol");
  if (!timeline || !list) return () => {};
  let isAtEnd = true;
  let before = { top: timeline.scrollTop, height: timeline.scrollHeight };

  const toEnd = () => {
    if (isAtEnd) timeline.scrollTop = timeline.scrollHeight;
  };
  const onScroll = () => {
    const { scrollTop: top, scrollHeight: height, clientHeight } = timeline;
    if (height - top - clientHeight < NEAR_END_PX) isAtEnd = true;
    // A list that grows scrolls too; only who scrolls up in a list that stays the same is reading.
    else if (height === before.height && top < before.top) isAtEnd = false;
    before = { top, height };
  };
  timeline.addEventListener("scroll", onScroll, { passive: true });
  const sizes = new ResizeObserver(toEnd);
  sizes.observe(list);
  sizes.observe(timeline);
  return () => {
    isAtEnd = true;
    toEnd();
  };
}
