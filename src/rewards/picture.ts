import { fileURLToPath } from "node:url";
import type { Chart, Column } from "./chart.ts";
import { pictureTexts as say } from "./text/picture.ts";

const SIZE = { width: 960, height: 480, edge: 40, top: 120, bottom: 70 } as const;
/** On a ground of its own, so that it reads alike in a light and in a dark Discord. */
const COLOURS = {
  ground: "#1b1d22",
  text: "#f2f3f5",
  small: "#b5bac1",
  line: "#4e5058",
  past: "#5b8def",
  running: "#f0c24b",
} as const;
const GAP = 0.25;
/** Columns narrower than this get no outline while they lie ahead: side by side these are a flicker. */
const NARROW = 24;

/** Draws a chart as a PNG. The library is loaded with the first picture: a start does not wait for it. */
export async function draw(chart: Chart): Promise<Uint8Array> {
  const { createCanvas } = await drawing();
  const canvas = createCanvas(SIZE.width, SIZE.height);
  const pen = canvas.getContext("2d");
  pen.fillStyle = COLOURS.ground;
  pen.fillRect(0, 0, SIZE.width, SIZE.height);
  pen.textBaseline = "alphabetic";

  pen.fillStyle = COLOURS.text;
  pen.font = "30px 'Inter SemiBold'";
  pen.fillText(chart.heading, SIZE.edge, 56);
  pen.fillStyle = COLOURS.small;
  pen.font = "22px Inter";
  pen.fillText(chart.legend, SIZE.edge, 90);

  const step = (SIZE.width - 2 * SIZE.edge) / chart.columns.length;
  const floor = SIZE.height - SIZE.bottom;
  pen.strokeStyle = COLOURS.line;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.moveTo(SIZE.edge, floor);
  pen.lineTo(SIZE.width - SIZE.edge, floor);
  pen.stroke();

  pen.textAlign = "center";
  for (const [at, column] of chart.columns.entries()) {
    const left = SIZE.edge + at * step + (step * GAP) / 2;
    const middle = SIZE.edge + (at + 0.5) * step;
    drawColumn(
      pen,
      column,
      { left, width: step * (1 - GAP), full: floor - SIZE.top - 30, floor },
      chart.most,
    );
    if (isLabelled(at, chart.columns.length)) {
      pen.fillStyle = column.is === "running" ? COLOURS.running : COLOURS.small;
      pen.font = "20px Inter";
      pen.fillText(column.label, middle, floor + 28);
    }
    if (column.is !== "running") continue;
    pen.fillStyle = COLOURS.running;
    pen.font = "18px 'Inter SemiBold'";
    pen.fillText(say.now, middle, floor + 54);
  }
  const png = await canvas.encode("png");
  /** Its two megabytes lie outside the heap, and would stay until the garbage of many pictures is worth collecting. */
  canvas.width = 1;
  canvas.height = 1;
  return png;
}

type Pen = ReturnType<ReturnType<typeof import("@napi-rs/canvas")["createCanvas"]>["getContext"]>;

interface Box {
  readonly left: number;
  readonly width: number;
  readonly full: number;
  readonly floor: number;
}

function drawColumn(pen: Pen, { count, is }: Column, { left, width, full, floor }: Box, most: number): void {
  if (is === "ahead") {
    if (width < NARROW) return;
    pen.strokeStyle = COLOURS.line;
    pen.setLineDash([4, 6]);
    pen.strokeRect(left, floor - full, width, full);
    pen.setLineDash([]);
    return;
  }
  const height = (count / most) * full;
  pen.fillStyle = COLOURS[is];
  pen.fillRect(left, floor - height, width, height);
  pen.fillStyle = COLOURS.text;
  pen.font = "20px 'Inter SemiBold'";
  const label = say.count(count);
  const isFitting = pen.measureText(label).width <= width / (1 - GAP);
  if (isFitting) pen.fillText(label, left + width / 2, floor - height - 8);
}

/** Of very many columns every fifth is labelled. */
function isLabelled(at: number, columns: number): boolean {
  return columns <= 31 || at === 0 || (at + 1) % 5 === 0;
}

let loaded: Promise<typeof import("@napi-rs/canvas")> | undefined;

function drawing() {
  loaded ??= load();
  return loaded;
}

async function load() {
  const library = await import("@napi-rs/canvas");
  const fonts = {
    Inter: import.meta.resolve("@fontsource/inter/files/inter-latin-400-normal.woff2"),
    "Inter SemiBold": import.meta.resolve("@fontsource/inter/files/inter-latin-600-normal.woff2"),
  };
  for (const [name, file] of Object.entries(fonts))
    library.GlobalFonts.registerFromPath(fileURLToPath(file), name);
  return library;
}
