import type { StepView } from "../../../shared/contract/view-state.ts";
import { commandText } from "../../../shared/explain/command-text.ts";
import { Command } from "../../components/command.tsx";
import { useText } from "../../app/services.ts";

/** The exact commands of one step and of its inverse. */
export function StepCommands({ step }: { step: StepView }) {
  const text = useText();
  return (
    <dl className="mb-2 grid grid-cols-[auto_1fr] gap-x-2 gap-y-1 last:mb-0">
      <Row name={text("app:repair.command")} commands={step.commands} />
      {step.inverseCommands.length === 0 ? (
        <>
          <dt className="text-small text-soft">{text("app:repair.inverse")}</dt>
          <dd className="text-small text-soft">{text("app:repair.no-inverse")}</dd>
        </>
      ) : (
        <Row name={text("app:repair.inverse")} commands={step.inverseCommands} />
      )}
    </dl>
  );
}

function Row({ name, commands }: { name: string; commands: StepView["commands"] }) {
  return (
    <>
      <dt className="text-small text-soft">{name}</dt>
      <dd>
        {commands.map((command) => (
          <Command key={commandText(command)}>{commandText(command)}</Command>
        ))}
      </dd>
    </>
  );
}
