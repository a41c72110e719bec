import { useState } from "react";
import type { Report } from "../../../shared/contract/report.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";
import { useClient, useText } from "../../app/services.ts";
import { AnswerError } from "../../components/answer-error.tsx";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Command } from "../../components/command.tsx";
import { Progress } from "../../components/progress.tsx";
import { SectionHeading } from "../../components/section-heading.tsx";
import { ReportShown } from "./report-shown.tsx";

/** How far a report is. */
type Stage =
  | { readonly at: "none"; readonly error: CodedText | null }
  | { readonly at: "preparing" }
  | { readonly at: "shown"; readonly report: Report; readonly error: CodedText | null }
  | { readonly at: "saved"; readonly folder: string };

/** What somebody may give away of this machine: prepared, looked at, and only then saved. */
export function ReportSection() {
  const text = useText();
  const client = useClient();
  const [stage, setStage] = useState<Stage>({ at: "none", error: null });

  const prepare = async () => {
    setStage({ at: "preparing" });
    const prepared = await client.prepareReport(null);
    setStage(
      prepared.ok ? { at: "shown", report: prepared.value, error: null } : { at: "none", error: prepared.error },
    );
  };
  const save = async (report: Report) => {
    const saved = await client.saveReport(null);
    setStage(saved.ok ? { at: "saved", folder: report.folder } : { at: "shown", report, error: saved.error });
  };
  const drop = () => {
    void client.dropReport(null);
    setStage({ at: "none", error: null });
  };

  return (
    <Card label={text("app:settings.report.title")}>
      <SectionHeading>{text("app:settings.report.title")}</SectionHeading>
      <p className="mb-3 text-small text-soft">{text("app:settings.report.meaning")}</p>
      {stage.at === "preparing" && <Progress label={text("app:settings.report.preparing")} />}
      {stage.at === "shown" && (
        <ReportShown report={stage.report} onSave={() => void save(stage.report)} onDrop={drop} />
      )}
      {stage.at === "saved" && <Saved folder={stage.folder} onShow={() => void client.showReport(null)} />}
      {(stage.at === "none" || stage.at === "shown") && stage.error !== null && <AnswerError error={stage.error} />}
      {(stage.at === "none" || stage.at === "saved") && (
        <Button kind="quiet" onClick={() => void prepare()}>
          {text("app:settings.report.prepare")}
        </Button>
      )}
    </Card>
  );
}

function Saved({ folder, onShow }: { folder: string; onShow: () => void }) {
  const text = useText();
  return (
    <div className="mb-3" role="status">
      <p className="text-small text-soft">{text("app:settings.report.saved")}</p>
      <Command>{folder}</Command>
      <div className="mt-2">
        <Button kind="quiet" onClick={onShow}>
          {text("app:settings.report.show")}
        </Button>
      </div>
    </div>
  );
}
