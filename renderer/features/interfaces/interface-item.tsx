import type { InterfaceReport } from "../../../shared/explain/interface-report.ts";
import { holderName } from "../../../shared/explain/interface-words.ts";
import { useOpenView } from "../../app/navigation.ts";
import { useText } from "../../app/services.ts";
import { Disclosure } from "../../components/disclosure.tsx";

/** One interface: what it is, whose it is, its addresses, and the way to its routes. */
export function InterfaceItem({ entry }: { entry: InterfaceReport }) {
  const text = useText();
  const { name, addresses, routes, holder, evidence } = entry;
  const owner = holderName(entry);
  return (
    <li className="py-2 last:pb-0">
      <div className="flex items-baseline justify-between gap-3">
        <p className="font-mono text-code font-semibold select-text">{name}</p>
        <p className="text-right text-small text-soft">{wordsOf(entry, text)}</p>
      </div>
      {holder !== null && owner.code !== "none" && (
        <p className="text-small select-text">
          {text("app:interfaces.owner", { owner: text(`interfaces:holder.${owner.code}`, owner.args) })}
        </p>
      )}
      {addresses.map((address) => (
        <p key={address} className="font-mono text-code text-soft select-text">
          {address}
        </p>
      ))}
      {routes !== null && routes > 0 && <RoutesLink name={name} count={routes} />}
      {evidence.length > 0 && (
        <Disclosure title={text("app:finding.evidence")}>
          <ul className="list-disc space-y-1 pl-5 text-small text-soft marker:text-faint">
            {evidence.map(({ code, args }) => (
              <li key={code}>{text(`evidence:${code}`, args)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </li>
  );
}

function RoutesLink({ name, count }: { name: string; count: number }) {
  const text = useText();
  const openView = useOpenView();
  return (
    <button
      type="button"
      className="rounded-small text-small font-medium text-accent hover:underline"
      onClick={() => openView("routes", name)}
    >
      {text("app:interfaces.routes", { count, name })}
    </button>
  );
}

/** What it is, and that it is off or not connected where the system says so. */
function wordsOf({ role, up, carrier }: InterfaceReport, text: ReturnType<typeof useText>): string {
  const state = up === false ? "down" : carrier === false ? "no-carrier" : null;
  const name = role === "leftover-tunnel" ? text("app:interfaces.left-over") : text(`interfaces:role.${role}`);
  return state === null ? name : `${name} · ${text(`interfaces:state.${state}`)}`;
}
