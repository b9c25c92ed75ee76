/** What VS Code calls when a Python document is opened, and when it closes. */

import { commands, type ExtensionContext, window, workspace } from "vscode";
import { concernsSession, Session } from "./session";

let session: Session | undefined;

export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel("SynerPrise", { log: true });
  const started = (session = new Session(log));
  context.subscriptions.push(
    log,
    commands.registerCommand("synerprise.restart", () => started.start()),
    workspace.onDidChangeConfiguration(async (change) => {
      if (concernsSession(change)) await started.start();
    }),
  );
  void started.start(); // VS Code shall not wait for the model
}

export async function deactivate(): Promise<void> {
  await session?.stop();
  session = undefined;
}
