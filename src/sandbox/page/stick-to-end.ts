const NEAR_END_PX = 80;

/**
 * Keeps the newest message in sight, unless somebody has scrolled up to read; a bar then says what they miss, and leads
 * back. The answer goes back there.
 */
export function stickToEnd(timeline: Element | null, bar: HTMLElement | null): () => void {
  const list = timeline?.querySelector("ol");
  if (!timeline || !list || !bar) return () => {};
  let isAtEnd = true;
  let before = { top: timeline.scrollTop, height: timeline.scrollHeight };

  const toEnd = () => {
    if (isAtEnd) timeline.scrollTop = timeline.scrollHeight;
  };
  /** How far below the edge the newest message begins; whoever reads a long one from its top misses nothing. */
  const belowPx = () => {
    const newest = list.lastElementChild;
    if (isAtEnd || !newest) return 0;
    return newest.getBoundingClientRect().top - timeline.getBoundingClientRect().bottom;
  };
  const showBar = () => {
    const below = belowPx();
    if (below <= 0) bar.classList.remove("has-new");
    bar.hidden = below < timeline.clientHeight && !bar.classList.contains("has-new");
  };
  const onScroll = () => {
    const { scrollTop: top, scrollHeight: height, clientHeight } = timeline;
    if (height - top - clientHeight < NEAR_END_PX) isAtEnd = true;
    // A list that grows scrolls too; only who scrolls up in a list that stays the same is reading.
    else if (height === before.height && top < before.top) isAtEnd = false;
    before = { top, height };
    showBar();
  };
  const jump = () => {
    isAtEnd = true;
    toEnd();
    showBar();
  };
  timeline.addEventListener("scroll", onScroll, { passive: true });
  bar.addEventListener("click", jump);
  const sizes = new ResizeObserver(toEnd);
  sizes.observe(list);
  sizes.observe(timeline);
  new MutationObserver(() => {
    if (!isAtEnd) bar.classList.add("has-new");
    showBar();
  }).observe(list, { childList: true });
  return jump;
}
