import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import type { PathPicture } from "../../../shared/explain/path-picture.ts";
import { PathFigure } from "../status/path/path-figure.tsx";

/** The trouble that Holdfast is for, as the first view will draw it: the way to the server leads to a router that is gone. */
const STALE_WAY: PathPicture = {
  nodes: {
    computer: { presence: "here", address: null },
    router: { presence: "here", address: null },
    server: { presence: "away", address: null },
    network: { presence: "away", address: null },
  },
  links: { uplink: "open", transit: "idle", inside: "idle" },
  tunnel: { state: "none", interface: null, rival: null },
  fault: { kind: "detour", caption: { code: "earlier-router", args: {} }, gateway: null, tunnels: [] },
  badge: null,
  wireless: true,
  summary: "detour",
};

/** An example of what the first view shows. */
export function WayPicture({ os }: { os: OperatingSystem }) {
  return (
    <div className="my-4 rounded-card border border-line bg-bad-ground px-1 pt-2 [--stage:var(--bad-ground)]">
      <PathFigure picture={STALE_WAY} os={os} />
    </div>
  );
}
