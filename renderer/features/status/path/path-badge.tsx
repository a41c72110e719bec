import type { PathBadge } from "../../../../shared/explain/path-picture.ts";
import { CENTRE, LINE_Y, NODE_HALF, PICTURE } from "./geometry.ts";

/** Where each is fixed: at the upper right corner of this computer, or on the right half of the tunnel's arc. */
const PLACE: Readonly<Record<PathBadge["at"], { readonly x: number; readonly y: number }>> = {
  computer: { x: CENTRE.computer + NODE_HALF - 1, y: LINE_Y - NODE_HALF + 3 },
  tunnel: { x: PICTURE.width / 2 + 90, y: 107 },
};

/** A sign for what is wrong beside the way: a triangle warns, a ring with a dot says that something lies about. */
export function PathBadgeMark({ badge: { kind, at } }: { badge: PathBadge }) {
  const { x, y } = PLACE[at];
  return (
    <g transform={`translate(${x} ${y})`} strokeLinejoin="round" strokeLinecap="round">
      {kind === "warning" ? <Warning /> : <Leftover />}
    </g>
  );
}

function Warning() {
  return (
    <>
      <path d="M0 -9L10 8H-10Z" className="fill-warn stroke-(--stage) stroke-3 [paint-order:stroke]" />
      <path d="M0 -3V2M0 5V5.1" className="stroke-card stroke-2" />
    </>
  );
}

function Leftover() {
  return (
    <>
      <circle r={7} className="fill-card stroke-warn stroke-2" />
      <circle r={2.5} className="fill-warn" />
    </>
  );
}
