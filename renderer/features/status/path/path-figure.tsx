import type { PathPicture } from "../../../../shared/explain/path-picture.ts";
import type { OperatingSystem } from "../../../../shared/snapshot/snapshot.ts";
import type { Translate } from "../../../../shared/locales/i18n.ts";
import { useText } from "../../../app/services.ts";
import { FaultMark } from "./fault-mark.tsx";
import { PathBadgeMark } from "./path-badge.tsx";
import { CENTRE, FAULT_Y, LINE_Y, NODE_HALF, PICTURE } from "./geometry.ts";
import type { NodeName } from "./geometry.ts";
import { LinkLine } from "./link-line.tsx";
import { NodeIcon } from "./node-icon.tsx";
import { isDeep, TunnelArc } from "./tunnel-arc.tsx";

const NODES: readonly NodeName[] = ["computer", "router", "server", "network"];

/** The way from this computer to the network behind the VPN, drawn so that one sees where it breaks. */
export function PathFigure({ picture, os }: { picture: PathPicture; os: OperatingSystem }) {
  const text = useText();
  const { nodes, links, tunnel, fault } = picture;
  const names: Readonly<Record<NodeName, string>> = {
    computer: text(os === "darwin" ? "app:path.mac" : "app:path.computer"),
    router: text(picture.wireless ? "app:path.wifi-router" : "app:path.router"),
    server: text("app:path.server"),
    network: text("app:path.network"),
  };
  const tunnelName = (name: string | null) =>
    name === null ? text("app:path.tunnel-unnamed") : text("app:path.tunnel", { interface: name });
  const caption = fault === null ? "" : text(`app:path.caption.${fault.caption.code}`, fault.caption.args);
  return (
    <svg
      viewBox={`0 0 ${PICTURE.width} ${isDeep(picture) ? PICTURE.deep : PICTURE.height}`}
      className="block w-full"
      role="img"
      aria-label={[text(`app:path.summary.${picture.summary}`), caption.replace("\n", " ")].join(" ").trim()}
    >
      <TunnelArc
        picture={picture}
        label={tunnelName(tunnel.interface)}
        rival={tunnel.rival === null ? null : tunnelName(tunnel.rival)}
      />
      <LinkLine from="computer" to="router" state={links.uplink} />
      <LinkLine from="router" to="server" state={links.transit} />
      <LinkLine from="server" to="network" state={links.inside} />
      <FaultMark picture={picture} caption={caption} />
      {NODES.map((name) => (
        <g key={name}>
          <NodeIcon name={name} presence={nodes[name].presence} />
          <NodeName name={name} text={names[name]} isReached={nodes[name].presence === "here"} />
          <NodeAddress name={name} address={nodes[name].address} />
        </g>
      ))}
      {picture.badge !== null && <PathBadgeMark badge={picture.badge} />}
      <Note y={tunnel.state === "none" ? FAULT_Y + 2 : FAULT_Y} lines={noteLines(picture, caption, text)} />
    </svg>
  );
}

function NodeName({ name, text, isReached }: { name: NodeName; text: string; isReached: boolean }) {
  return (
    <text
      x={CENTRE[name]}
      y={LINE_Y - NODE_HALF - 9}
      textAnchor="middle"
      className={`text-label font-medium ${isReached ? "fill-ink" : "fill-soft"}`}
    >
      {text}
    </text>
  );
}

/** Only the two stations in the middle show theirs: the outer ones are where lines leave downwards. */
function NodeAddress({ name, address }: { name: NodeName; address: string | null }) {
  if (address === null || name === "computer" || name === "network") return null;
  const isLong = address.length > 13;
  // A long one has to fit between its neighbours.
  const size = isLong ? "text-tiny" : "text-label";
  return (
    <text x={CENTRE[name]} y={LINE_Y + NODE_HALF + 15} textAnchor="middle" className={`fill-soft font-mono ${size}`}>
      {isLong ? shortened(address) : address}
    </text>
  );
}

/** A long IPv6 address or host name, with its middle left out; it stands in full among the facts below. */
function shortened(address: string): string {
  return address.length <= 16 ? address : `${address.slice(0, 7)}…${address.slice(-8)}`;
}

/** A remark in the free room below the line, where no break is drawn. */
function Note({ y, lines }: { y: number; lines: readonly string[] }) {
  const middle = PICTURE.width / 2;
  return (
    <text y={y - 8 * (lines.length - 1) - 6} textAnchor="middle" className="fill-soft text-small">
      {lines.map((line, index) => (
        <tspan key={line} x={middle} dy={index === 0 ? 0 : 15}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function noteLines({ fault, summary }: PathPicture, caption: string, text: Translate): string[] {
  if (fault?.kind === "note" || fault?.kind === "contested") return caption.split("\n");
  return fault === null && WITH_NOTE.has(summary) ? [text(`app:path.note.${summary}`)] : [];
}

const WITH_NOTE = new Set(["checking", "unknown", "offline", "off"]);
