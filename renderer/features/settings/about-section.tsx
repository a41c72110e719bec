import type { About } from "../../../shared/contract/view-state.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import { keysText, SHORTCUTS } from "../../app/shortcuts.ts";
import { useClient, useText } from "../../app/services.ts";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Command } from "../../components/command.tsx";
import { SectionHeading } from "../../components/section-heading.tsx";

/** The keys that work everywhere, and what somebody who reports something is asked for. */
export function AboutSection({ about, os }: { about: About; os: OperatingSystem }) {
  const text = useText();
  const client = useClient();
  return (
    <>
      <Card label={text("app:settings.keys.title")}>
        <SectionHeading>{text("app:settings.keys.title")}</SectionHeading>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-small">
          {SHORTCUTS.map(({ act, key }) => (
            <div key={act} className="contents">
              <dt className="font-mono text-code">{keysText(key, os)}</dt>
              <dd className="text-soft">{text(`app:settings.keys.${act}`)}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card label={text("app:settings.about.title")}>
        <SectionHeading>{text("app:settings.about.title")}</SectionHeading>
        <p className="select-text">{text("app:settings.about.version", { ...about })}</p>
        <p className="mt-1 text-small text-soft">{text("app:settings.about.private")}</p>
        <p className="mt-2 text-small text-soft">{text("app:settings.about.log")}</p>
        <Command>{about.log}</Command>
        <div className="mt-3">
          <Button kind="quiet" onClick={() => void client.changeSettings({ introduced: false })}>
            {text("app:settings.about.introduction")}
          </Button>
        </div>
      </Card>
    </>
  );
}
