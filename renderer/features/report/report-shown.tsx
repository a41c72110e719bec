import { useState } from "react";
import type { Report } from "../../../shared/contract/report.ts";
import { SUMMARY_KINDS } from "../../../shared/redact/summary-kinds.ts";
import { useText } from "../../app/services.ts";
import { Button } from "../../components/button.tsx";
import { Command } from "../../components/command.tsx";
import { ReportText } from "./report-text.tsx";

interface ReportShownProps {
  readonly report: Report;
  readonly onSave: () => void;
  readonly onDrop: () => void;
}

/** All that will be saved, file by file, what was replaced in it, and where it goes. */
export function ReportShown({ report, onSave, onDrop }: ReportShownProps) {
  const text = useText();
  const [chosen, setChosen] = useState(report.files[0]);
  return (
    <div className="space-y-3">
      <Replaced counts={report.replaced} />
      <ul aria-label={text("app:settings.report.files")} className="flex flex-wrap gap-1">
        {report.files.map((file) => (
          <li key={file.name}>
            <FileButton name={file.name} isChosen={file === chosen} onChoose={() => setChosen(file)} />
          </li>
        ))}
      </ul>
      {chosen !== undefined && <ReportText key={chosen.name} file={chosen} />}
      <div className="text-small text-soft">
        <p>{text("app:settings.report.place")}</p>
        <Command>{report.folder}</Command>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" onClick={onSave}>
          {text("app:settings.report.save")}
        </Button>
        <Button kind="quiet" onClick={onDrop}>
          {text("app:settings.report.cancel")}
        </Button>
      </div>
    </div>
  );
}

function Replaced({ counts }: { counts: Report["replaced"] }) {
  const text = useText();
  return (
    <div className="text-small">
      <p>{text("app:redaction.title")}</p>
      <ul className="my-1 list-disc pl-4 text-soft">
        {SUMMARY_KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
          <li key={kind}>{text(`app:redaction.${kind}`, { count: counts[kind] })}</li>
        ))}
      </ul>
      <p className="text-soft">{text("app:redaction.kept")}</p>
    </div>
  );
}

interface FileButtonProps {
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function FileButton({ name, isChosen, onChoose }: FileButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className="rounded-small bg-sunken px-2 py-1 font-mono text-code text-soft hover:text-ink aria-pressed:bg-accent aria-pressed:text-on-accent"
    >
      {name}
    </button>
  );
}
