/** The language status item: what became of the server, for whoever looks at a Python file. */

import { languages, LanguageStatusSeverity } from "vscode";
import { State, type StateChangeEvent } from "vscode-languageclient/node";
import { type Problem, serverStopped, SHOW_LOG, sideBySide } from "./errors";
import { DOCUMENTS } from "./server";

export const LOG_COMMAND = "synerprise.showLog";

export class Status {
  readonly #item = languages.createLanguageStatusItem("synerprise.server", DOCUMENTS);

  constructor() {
    this.#item.name = "SynerPrise";
    this.#item.command = { command: LOG_COMMAND, title: SHOW_LOG };
    this.starting();
  }

  starting(): void {
    this.#show("SynerPrise: চালু হচ্ছে | starting");
    this.#item.busy = true;
  }

  failed(reason: Problem): void {
    this.#show("SynerPrise: ব্যর্থ | failed", sideBySide(reason));
    this.#item.severity = LanguageStatusSeverity.Error;
  }

  /** Follow the client; why a start failed is known to whoever asked for it. */
  follow({ oldState, newState }: StateChangeEvent): void {
    if (newState === State.Starting) this.starting();
    else if (newState === State.Running) this.#show("SynerPrise: প্রস্তুত | ready");
    else if (oldState === State.Running) this.failed(serverStopped());
  }

  dispose(): void {
    this.#item.dispose();
  }

  #show(text: string, detail = ""): void {
    this.#item.text = text;
    this.#item.detail = detail;
    this.#item.severity = LanguageStatusSeverity.Information;
    this.#item.busy = false;
  }
}
