import type { LinkState } from "../../../../shared/explain/path-picture.ts";
import { CENTRE, LINE_Y, LINK_GAP, NODE_HALF } from "./geometry.ts";
import type { NodeName } from "./geometry.ts";

/** Each state has its own kind of line, so that it is read without colour. */
const LINE: Readonly<Record<LinkState, string>> = {
  open: "stroke-ok stroke-[2.5]",
  idle: "stroke-faint [stroke-dasharray:1_6] stroke-2",
  cut: "stroke-bad stroke-[2.5]",
  checking: "stroke-soft [stroke-dasharray:5_3] stroke-2 animate-flow",
  unknown: "stroke-faint [stroke-dasharray:1_6] stroke-2",
};

/** Half of the gap in a cut line. */
const CUT_HALF = 9;

/** The link between two neighbours; a cut one has a gap with a cross in it. */
export function LinkLine({ from, to, state }: { from: NodeName; to: NodeName; state: LinkState }) {
  const start = CENTRE[from] + NODE_HALF + LINK_GAP;
  const end = CENTRE[to] - NODE_HALF - LINK_GAP;
  const middle = (start + end) / 2;
  if (state === "cut") {
    return (
      <g strokeLinecap="round">
        <path
          d={`M${start} ${LINE_Y}H${middle - CUT_HALF}M${middle + CUT_HALF} ${LINE_Y}H${end}`}
          className={LINE.cut}
        />
        <Cross x={middle} y={LINE_Y} />
      </g>
    );
  }
  return (
    <g strokeLinecap="round">
      <path d={`M${start} ${LINE_Y}H${end}`} className={LINE[state]} />
      {state === "unknown" && <Question x={middle} y={LINE_Y} />}
    </g>
  );
}

/** The mark of a break. */
export function Cross({ x, y }: { x: number; y: number }) {
  return <path d={`M${x - 5} ${y - 5}l10 10M${x + 5} ${y - 5}l-10 10`} className="stroke-bad stroke-[2.5]" />;
}

function Question({ x, y }: { x: number; y: number }) {
  return (
    <text x={x} y={y - 8} textAnchor="middle" className="fill-soft text-small font-semibold">
      ?
    </text>
  );
}
