import type { Settings } from "../../../shared/contract/settings.ts";
import type { UpdateAct, Updates } from "../../../shared/contract/updates.ts";
import type { Client } from "../../../shared/contract/ipc.ts";
import { useClient, useText } from "../../app/services.ts";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { SectionHeading } from "../../components/section-heading.tsx";
import { SettingSwitch } from "../../components/setting-switch.tsx";
import { UpdateStatus } from "./update-status.tsx";
import { asksPassword, offerOf, releaseOf } from "./update-words.ts";

interface UpdatesSectionProps {
  readonly updates: Updates;
  readonly settings: Settings;
}

/** Whether there is a newer Holdfast, and how it gets here. */
export function UpdatesSection({ updates, settings }: UpdatesSectionProps) {
  const text = useText();
  const { way } = updates;
  return (
    <Card label={text("app:updates.title")}>
      <SectionHeading>{text("app:updates.title")}</SectionHeading>
      {way === "source" || way === "no-feed" ? (
        <p className="text-small text-soft">{text(`app:updates.${way}`)}</p>
      ) : (
        <UpdatesPart updates={updates} settings={settings} />
      )}
    </Card>
  );
}

function UpdatesPart({ updates, settings }: UpdatesSectionProps) {
  const text = useText();
  const client = useClient();
  const offered = offerOf(updates);
  const release = releaseOf(updates.progress);
  return (
    <div className="space-y-3">
      <SettingSwitch
        name={text("app:updates.weekly")}
        meaning={text("app:updates.weekly-meaning")}
        on={settings.checkForUpdates}
        onChange={(checkForUpdates) => void client.changeSettings({ checkForUpdates })}
      />
      <UpdateStatus progress={updates.progress} />
      {release !== null && release.notes !== "" && <Notes>{release.notes}</Notes>}
      {offered !== null && (
        <div className="flex flex-wrap items-center gap-2">
          <Button kind={offered.act === "check" ? "quiet" : "primary"} onClick={() => ask(client, offered.act)}>
            {text(`app:updates.do.${offered.offer}`)}
          </Button>
          {asksPassword(updates) && <span className="text-small text-soft">{text("app:repair.asks-password")}</span>}
        </div>
      )}
    </div>
  );
}

/** The publisher's own words, as they are. */
function Notes({ children }: { children: string }) {
  return (
    <p className="max-h-40 overflow-y-auto text-small whitespace-pre-line text-soft select-text" tabIndex={0}>
      {children}
    </p>
  );
}

function ask(client: Client, act: UpdateAct): void {
  const asked = {
    check: () => client.checkForUpdates(null),
    download: () => client.downloadUpdate(null),
    install: () => client.installUpdate(null),
  };
  void asked[act]();
}
