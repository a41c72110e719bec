import type { InterfacesReport } from "../../../shared/explain/interface-report.ts";
import { tunnelSentences } from "../../../shared/explain/interface-words.ts";
import { useText } from "../../app/services.ts";
import { Card } from "../../components/card.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { TermLink } from "../../components/term-link.tsx";
import { interfacesOf } from "./interface-groups.ts";
import type { GroupName } from "./interface-groups.ts";
import { InterfaceItem } from "./interface-item.tsx";

/** Groups that hardly anybody comes for; they are counted, and open on demand. */
const FOLDED = new Set<GroupName>(["others", "system"]);

/** The interfaces of one group with what can be said of all of them; nothing when there are none. */
export function InterfaceGroup({ group, report }: { group: GroupName; report: InterfacesReport }) {
  const text = useText();
  const interfaces = interfacesOf(group, report.interfaces);
  if (interfaces.length === 0) return null;
  const ofSystem = tunnelSentences(report).find(({ code }) => code === "system-tunnel");
  const list = (
    <ul className="divide-y divide-line">
      {interfaces.map((entry) => (
        <InterfaceItem key={entry.name} entry={entry} />
      ))}
    </ul>
  );
  return (
    <Card label={text(`app:interfaces.group.${group}`)}>
      <h2 className="text-heading">{text(`app:interfaces.group.${group}`)}</h2>
      {group === "system" && ofSystem !== undefined && (
        <>
          <p className="mt-1 text-small text-soft">{text("interfaces:about.system-tunnel", ofSystem.args)}</p>
          <p className="mt-1 text-small">
            <TermLink term="utun">{text("app:interfaces.what-is-utun")}</TermLink>
          </p>
        </>
      )}
      {FOLDED.has(group) ? (
        <Disclosure title={text("app:interfaces.show", { count: interfaces.length })}>{list}</Disclosure>
      ) : (
        list
      )}
    </Card>
  );
}
