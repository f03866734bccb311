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
  const showBar = () => {
    const { scrollTop, scrollHeight, clientHeight } = timeline;
    if (isAtEnd) bar.classList.remove("has-new");
    const isFar = scrollHeight - scrollTop - clientHeight > clientHeight;
    bar.hidden = isAtEnd || !(isFar || bar.classList.contains("has-new"));
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
