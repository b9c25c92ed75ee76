/** What VS Code calls when a Python document is opened, and when it closes. */

import { commands, type ExtensionContext, window, workspace } from "vscode";
import { openSample } from "./sample";
import { Session } from "./session";
import { LOG_COMMAND, Status } from "./status";

let session: Session | undefined;

export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel("SynerPrise", { log: true });
  const status = new Status();
  const started = (session = new Session(log, status));
  context.subscriptions.push(
    log,
    status,
    commands.registerCommand("synerprise.restart", () => started.start()),
    commands.registerCommand(LOG_COMMAND, () => log.show()),
    commands.registerCommand("synerprise.openSample", openSample),
    workspace.onDidChangeConfiguration((change) => started.heed(change)),
  );
  void started.start(); // VS Code shall not wait for the model
}

export async function deactivate(): Promise<void> {
  await session?.stop();
  session = undefined;
}
