import type { NodePresence } from "../../../../shared/explain/path-picture.ts";
import { CENTRE, LINE_Y, NODE_HALF } from "./geometry.ts";
import type { NodeName } from "./geometry.ts";

/** How a node of each presence is outlined: reached nodes are solid, all others are not, also without colour. */
const OUTLINE: Readonly<Record<NodePresence, string>> = {
  here: "stroke-ink",
  idle: "stroke-faint",
  away: "stroke-faint [stroke-dasharray:3_3]",
  unknown: "stroke-faint [stroke-dasharray:1_3]",
};

const GLYPH: Readonly<Record<NodePresence, string>> = {
  here: "stroke-ink",
  idle: "stroke-soft",
  away: "stroke-faint",
  unknown: "stroke-faint",
};

/** One station: a rounded-small square with its glyph. */
export function NodeIcon({ name, presence }: { name: NodeName; presence: NodePresence }) {
  const x = CENTRE[name];
  return (
    <g transform={`translate(${x} ${LINE_Y})`} fill="none" strokeLinecap="round" strokeLinejoin="round">
      <rect
        x={-NODE_HALF}
        y={-NODE_HALF}
        width={2 * NODE_HALF}
        height={2 * NODE_HALF}
        rx={11}
        className={`fill-card ${OUTLINE[presence]}`}
        strokeWidth={1.5}
      />
      <g className={GLYPH[presence]} strokeWidth={1.6}>
        {GLYPHS[name]}
      </g>
    </g>
  );
}

/** Glyphs in a square of 22 units around the middle. */
const GLYPHS: Readonly<Record<NodeName, React.ReactNode>> = {
  computer: <path d="M-7.5 -7H7.5V3.5H-7.5Z M-10.5 7H10.5" />,
  router: <RouterGlyph />,
  server: <path d="M-8 -8.5H8V-1.5H-8Z M-8 1.5H8V8.5H-8Z M-4.6 -5H-4.5 M-4.6 5H-4.5 M0 -5H4.5 M0 5H4.5" />,
  network: <path d="M-9 8.5H9 M-7 8.5V-3L0 -8.5L7 -3V8.5 M-2.5 8.5V3H2.5V8.5 M-0.1 -2H0.1" />,
};

/** A router that sends; also drawn for one that is not there. */
export function RouterGlyph() {
  return (
    <>
      <path d="M-9 2.5H9V8.5H-9Z M-5.1 5.5H-5 M-1.1 5.5H-1" />
      <path d="M-3.2 -1.6A4.6 4.6 0 0 1 3.2 -1.6 M-6 -4.6A8.6 8.6 0 0 1 6 -4.6" />
    </>
  );
}
