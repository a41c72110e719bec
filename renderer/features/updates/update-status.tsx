import type { UpdateProgress } from "../../../shared/contract/updates.ts";
import { updateFailureKey } from "../../../shared/locales/update-failure-key.ts";
import { useText } from "../../app/services.ts";
import { Command } from "../../components/command.tsx";
import { Progress } from "../../components/progress.tsx";
import { DownloadBar } from "./download-bar.tsx";

/** Where an update stands, in a sentence. Nothing before somebody has asked. */
export function UpdateStatus({ progress }: { progress: UpdateProgress }) {
  const text = useText();
  switch (progress.state) {
    case "unchecked":
      return null;
    case "checking":
      return <Progress label={text("app:updates.checking")} />;
    case "current":
      return <p role="status">{text("app:updates.current")}</p>;
    case "available":
      return <p role="status">{text("app:updates.available", { version: progress.release.version })}</p>;
    case "downloading":
      return <DownloadBar version={progress.release.version} percent={progress.percent} />;
    case "downloaded":
      return (
        <div role="status">
          <p>{text("app:updates.downloaded", { version: progress.release.version })}</p>
          {progress.command !== null && (
            <>
              <p className="mt-1 text-small text-soft">{text("app:updates.by-terminal")}</p>
              <Command>{progress.command}</Command>
            </>
          )}
        </div>
      );
    case "installing":
      return <Progress label={text("app:updates.installing", { version: progress.release.version })} />;
    case "failed":
      return (
        <p role="alert" className="text-bad select-text">
          {text(updateFailureKey(progress.error.code), progress.error.args)}
        </p>
      );
  }
}
