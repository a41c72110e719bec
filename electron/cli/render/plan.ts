import type { PlannedStep } from "../../../shared/repair/plan-model.ts";
import { commandsOf } from "../../../shared/repair/commands.ts";
import type { Step } from "../../../shared/repair/step.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import type { CliContext } from "../context.ts";
import { commandText } from "../../../shared/explain/command-text.ts";

/** A plan as lines: each step in words, the exact commands, and what takes them back. */
export function planLines(steps: readonly PlannedStep[], os: OperatingSystem, context: CliContext): string[] {
  return steps.flatMap((planned, index) => stepLines(planned, index + 1, os, context));
}

/** A step in words: "Delete the route 203.0.113.9/32 → 198.51.100.1". */
export function stepText(step: Step, { t }: CliContext): string {
  switch (step.op) {
    case "delete-route":
    case "add-route":
      return t(`app:repair.step.${step.op}`, { destination: step.route.destination, gateway: step.route.gateway });
    case "replace-route": {
      const { destination, gateway: previous } = step.route;
      return t("app:repair.step.replace-route", { destination, previous, gateway: step.replacement.gateway });
    }
    case "nudge-client":
      return t("app:repair.step.nudge-client", { client: step.client });
    case "clear-resolver":
      return t("app:repair.step.clear-resolver", { servers: step.servers, path: step.path });
    case "remove-state-file":
      return t("app:repair.step.remove-state-file", { path: step.path });
  }
}

function stepLines(planned: PlannedStep, number: number, os: OperatingSystem, context: CliContext): string[] {
  const { t, terminal } = context;
  const offered = planned.selected ? "" : ` ${terminal.colors.yellow(t("cli:plan.offered"))}`;
  const does = commandsOf(planned.step, os).map(
    (command) => `     ${t("cli:label", { name: t("app:repair.command"), text: commandText(command) })}`,
  );
  const undoes =
    planned.inverse === null
      ? []
      : commandsOf(planned.inverse, os).map(
          (command) => `     ${t("cli:label", { name: t("app:repair.inverse"), text: commandText(command) })}`,
        );
  return [
    `  ${number}. ${stepText(planned.step, context)}${offered}`,
    ...[...does, ...undoes].map(terminal.colors.dim),
  ];
}
