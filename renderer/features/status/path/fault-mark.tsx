import type { PathPicture } from "../../../../shared/explain/path-picture.ts";
import { CENTRE, FAULT_Y, LINE_Y, NODE_HALF, PICTURE } from "./geometry.ts";
import { Cross } from "./link-line.tsx";
import { RouterGlyph } from "./node-icon.tsx";

/** What is drawn for the fault below the line, with its fact; `caption` is one or two lines. */
export function FaultMark({ picture, caption }: { picture: PathPicture; caption: string }) {
  const { fault } = picture;
  if (fault === null) return null;
  switch (fault.kind) {
    case "detour":
    case "default-detour":
      return <Detour caption={caption} />;
    case "loop":
      return <Loop caption={caption} />;
    case "gap":
      return <Caption x={(CENTRE.computer + CENTRE.router) / 2} y={FAULT_Y - 12} anchor="middle" text={caption} />;
    case "intercepted":
      return <Caption x={(CENTRE.router + CENTRE.server) / 2} y={FAULT_Y - 12} anchor="middle" text={caption} />;
    case "tunnel-cut":
    case "tunnel-silent":
      return <Caption x={PICTURE.width / 2} y={FAULT_Y - 4} anchor="middle" text={caption} />;
    case "contested":
    case "note":
      return null;
  }
}

const BELOW = LINE_Y + NODE_HALF + 4;
const GHOST_X = 116;
const GHOST_HALF = 16;

/** A route from this computer to a router that is drawn, but not there. */
function Detour({ caption }: { caption: string }) {
  const end = GHOST_X - GHOST_HALF - 21;
  return (
    <g>
      <path
        d={`M${CENTRE.computer + 8} ${BELOW}C${CENTRE.computer + 8} ${FAULT_Y - 4} ${CENTRE.computer + 20} ${FAULT_Y} ${end} ${FAULT_Y}`}
        fill="none"
        strokeLinecap="round"
        className="stroke-bad stroke-[2.5]"
      />
      <g strokeLinecap="round">
        <Cross x={end + 9} y={FAULT_Y} />
      </g>
      <g transform={`translate(${GHOST_X} ${FAULT_Y})`} fill="none" strokeLinecap="round" strokeLinejoin="round">
        <rect
          x={-GHOST_HALF}
          y={-GHOST_HALF}
          width={2 * GHOST_HALF}
          height={2 * GHOST_HALF}
          rx={9}
          strokeWidth={1.5}
          className="fill-none stroke-bad [stroke-dasharray:3_3]"
        />
        <g transform="scale(.8)" strokeWidth={1.6} className="stroke-bad">
          <RouterGlyph />
        </g>
      </g>
      <Caption x={GHOST_X + GHOST_HALF + 10} y={FAULT_Y - 3} anchor="start" text={caption} />
    </g>
  );
}

/** A way that leaves this computer into the tunnel and comes back to where it began. */
function Loop({ caption }: { caption: string }) {
  const { computer } = CENTRE;
  return (
    <g fill="none" strokeLinecap="round" strokeLinejoin="round">
      <path
        d={`M${computer - 6} ${BELOW}C${computer - 10} ${FAULT_Y + 46} ${computer + 88} ${FAULT_Y + 46} ${computer + 84} ${FAULT_Y - 2}C${computer + 82} ${FAULT_Y - 28} ${computer + 16} ${FAULT_Y - 10} ${computer + 11} ${BELOW + 3}`}
        className="stroke-bad stroke-[2.5]"
      />
      <path
        d={`M${computer + 5} ${BELOW + 8}L${computer + 10.5} ${BELOW + 1}L${computer + 17} ${BELOW + 7}`}
        className="stroke-bad stroke-[2.5]"
      />
      <Caption x={computer + 98} y={FAULT_Y + 1} anchor="start" text={caption} />
    </g>
  );
}

/** The fact in words, a line below the other. */
function Caption({ x, y, anchor, text }: { x: number; y: number; anchor: "start" | "middle"; text: string }) {
  return (
    <text x={x} y={y} textAnchor={anchor} className="fill-bad text-small font-semibold">
      {text.split("\n").map((line, index) => (
        <tspan key={line} x={x} dy={index === 0 ? 0 : 16}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
