import type { PathPicture } from "../../../../shared/explain/path-picture.ts";
import { CENTRE, LINE_Y, NODE_HALF, PICTURE } from "./geometry.ts";
import { Cross } from "./link-line.tsx";

const TOP = LINE_Y + NODE_HALF + 4;
const MIDDLE = PICTURE.width / 2;

/** Deep enough to go around what is drawn inside it, or shallow. */
const DEPTH = { around: 174, plain: 140 };

/** Deep enough for a second tunnel below the first. */
const RIVAL_DEPTH = 172;

/** Whether something is drawn inside the tunnel's arc, so that the picture is deeper. */
export function isDeep({ fault, tunnel }: PathPicture): boolean {
  return fault !== null && fault.kind !== "note" && tunnel.state !== "none";
}

/** The tunnel: an arc below the line, from this computer to the network behind the server. */
export function TunnelArc({ picture, label, rival }: { picture: PathPicture; label: string; rival: string | null }) {
  const { state } = picture.tunnel;
  if (state === "none" || state === "unknown" || state === "loop") return null;
  const control = isDeep(picture) && rival === null ? DEPTH.around : DEPTH.plain;
  const arc = arcTo(control);
  const bottom = bottomOf(control);
  return (
    <g fill="none" strokeLinecap="round">
      {state === "open" && <path d={arc} className="stroke-ok opacity-20" strokeWidth={9} />}
      <path d={arc} className={LINE[state]} />
      {state === "cut" ? (
        <Cross x={MIDDLE} y={bottom} />
      ) : (
        <ArcLabel y={bottom} tone={state === "open" ? "fill-ok" : "fill-soft"} text={label} />
      )}
      {rival !== null && (
        <>
          <path d={arcTo(RIVAL_DEPTH)} className="stroke-warn stroke-2 [stroke-dasharray:7_4]" />
          <ArcLabel y={bottomOf(RIVAL_DEPTH)} tone="fill-warn" text={rival} />
        </>
      )}
    </g>
  );
}

const LINE = {
  open: "stroke-ok stroke-2",
  silent: "stroke-faint [stroke-dasharray:4_5] stroke-2",
  cut: "stroke-faint [stroke-dasharray:4_5] stroke-2",
  checking: "stroke-soft [stroke-dasharray:5_3] stroke-2 animate-flow",
} as const;

function arcTo(control: number): string {
  return `M${CENTRE.computer} ${TOP}C${CENTRE.computer} ${control} ${CENTRE.network} ${control} ${CENTRE.network} ${TOP}`;
}

/** The lowest point of an arc: where its parameter is one half. */
function bottomOf(control: number): number {
  return 0.25 * TOP + 0.75 * control;
}

/** The tunnel's name on the arc, with the ground as a halo so that the line does not run through it. */
function ArcLabel({ y, tone, text }: { y: number; tone: string; text: string }) {
  return (
    <text
      x={MIDDLE}
      y={y + 4}
      textAnchor="middle"
      strokeWidth={8}
      strokeLinejoin="round"
      className={`${tone} stroke-(--stage) text-label font-semibold [paint-order:stroke]`}
    >
      {text}
    </text>
  );
}
