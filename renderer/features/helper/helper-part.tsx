import { Check, CircleAlert, CircleDashed } from "lucide-react";
import type { HelperSetup } from "../../../shared/contract/helper-setup.ts";
import { setupFailureKey } from "../../../shared/locales/setup-failure-key.ts";
import { useClient, useText } from "../../app/services.ts";
import { Button } from "../../components/button.tsx";
import { Command } from "../../components/command.tsx";
import { Progress } from "../../components/progress.tsx";
import { foundWords, isFine, removeCommand, requestOf, rightsKey } from "./helper-words.ts";
import type { HelperAct } from "./helper-words.ts";

/** The helper as it is on this computer, what can be done about it (`acts`), and how that goes. */
export function HelperPart({ setup, acts }: { setup: HelperSetup; acts: readonly HelperAct[] }) {
  const text = useText();
  const client = useClient();
  return (
    <>
      {setup.activity === "idle" ? (
        <FoundLine setup={setup} />
      ) : (
        <Progress label={text(`app:helper.${setup.activity}`)} />
      )}
      {setup.failure !== null && (
        <p role="alert" className="text-bad select-text">
          {text(setupFailureKey(setup.failure.code), setup.failure.args)}
        </p>
      )}
      <OtherWay setup={setup} />
      {acts.length > 0 && (
        <div className="flex flex-wrap items-center gap-2">
          {acts.map((act, index) => (
            <Button
              key={act}
              kind={index === 0 && act !== "uninstall" ? "primary" : "quiet"}
              onClick={() => void client.setUpHelper(requestOf(act))}
            >
              {text(`app:helper.do.${act}`)}
            </Button>
          ))}
          <span className="text-small text-soft">{text(rightsKey(setup.by))}</span>
        </div>
      )}
    </>
  );
}

function FoundLine({ setup }: { setup: HelperSetup }) {
  const text = useText();
  const { found } = setup;
  const { code, args } = foundWords(setup);
  const Icon = isFine(found) ? Check : found.state === "absent" ? CircleDashed : CircleAlert;
  const ink = isFine(found) ? "text-ok" : found.state === "absent" ? "text-soft" : "text-warn";
  return (
    <p role="status" className="flex gap-2 select-text">
      <Icon size={16} strokeWidth={2.5} aria-hidden className={`mt-px shrink-0 ${ink}`} />
      {text(`app:helper.found.${code}`, args)}
    </p>
  );
}

/** What is done elsewhere: where this desktop cannot ask for a password, or the system's package or installer does it. */
function OtherWay({ setup }: { setup: HelperSetup }) {
  const text = useText();
  const { found, by } = setup;
  const remove = removeCommand(setup);
  if (found.state === "unneeded") return null;
  if (by.way === "package") return <p className="text-small text-soft">{text("app:helper.by-package")}</p>;
  if (remove !== null) return <InTerminal words={text("app:helper.by-terminal-uninstall")} command={remove} />;
  if (by.way === "terminal") return <InTerminal words={text("app:helper.by-terminal")} command={by.install} />;
  return null;
}

function InTerminal({ words, command }: { words: string; command: string }) {
  return (
    <div className="text-small text-soft">
      <p>{words}</p>
      <Command>{command}</Command>
    </div>
  );
}
