import * as v from "valibot";
import type { BusObject, SessionBus } from "./session-bus.ts";

/** One line of the tray's menu, as the panel is told to draw it. */
export type MenuItem = {
  /** Identifies the line towards the application until the menu changes. */
  readonly id: number;
  readonly kind: "item" | "separator";
  readonly label: string;
  readonly enabled: boolean;
  /** `undefined` where there is nothing to tick. */
  readonly checked: boolean | undefined;
  readonly children: readonly MenuItem[];
};

const variant = <T extends v.GenericSchema>(value: T) => v.optional(v.object({ data: value }));

/** What com.canonical.dbusmenu leaves out has the default value of its specification. */
const Properties = v.object({
  label: variant(v.string()),
  type: variant(v.picklist(["standard", "separator"])),
  enabled: variant(v.boolean()),
  visible: variant(v.boolean()),
  "toggle-state": variant(v.number()),
});
const Line = v.tuple([v.number(), Properties, v.array(v.object({ data: v.unknown() }))]);

/** The whole menu, without invisible lines. */
export async function menuLines(bus: SessionBus, menu: BusObject): Promise<readonly MenuItem[]> {
  const everything = ["iias", "0", "--", "-1", "0"];
  const [, root] = await bus.call(menu, "GetLayout", everything);
  return childrenOf(v.parse(Line, root)[2]);
}

/** Chooses a line as a panel does when it is clicked. False when the menu has changed since the line was read. */
export async function chooseLine(bus: SessionBus, menu: BusObject, { id }: MenuItem): Promise<boolean> {
  try {
    await bus.call(menu, "Event", ["isvu", String(id), "clicked", "s", "", "0"]);
    return true;
  } catch (error) {
    // What Chromium's menu answers to an id that it does not know any more.
    if (error instanceof Error && error.message.includes("error occurred in Event")) return false;
    throw error;
  }
}

/** The first line with this label, at any depth. */
export function lineLabelled(lines: readonly MenuItem[], label: string): MenuItem | undefined {
  for (const line of lines) {
    const found = line.label === label ? line : lineLabelled(line.children, label);
    if (found) return found;
  }
  return undefined;
}

function childrenOf(lines: readonly { data: unknown }[]): MenuItem[] {
  return lines.flatMap(({ data }) => {
    const [id, properties, children] = v.parse(Line, data);
    if (properties.visible?.data === false) return [];
    const toggle = properties["toggle-state"]?.data;
    return {
      id,
      kind: properties.type?.data === "separator" ? "separator" : "item",
      label: properties.label?.data ?? "",
      enabled: properties.enabled?.data ?? true,
      checked: toggle === undefined ? undefined : toggle === 1,
      children: childrenOf(children),
    };
  });
}
