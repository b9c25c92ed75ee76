/** The language client, which leaves it to its owner to tell that the server is gone. */

import type { LogOutputChannel } from "vscode";
import {
  CloseAction,
  type CloseHandlerResult,
  type ErrorHandler,
  LanguageClient,
  State,
} from "vscode-languageclient/node";
import { DOCUMENTS, type ServerStart } from "./server";

const GONE: CloseHandlerResult = { action: CloseAction.DoNotRestart, handled: true };

export class Client extends LanguageClient {
  /** Called when a server that ran has gone and will not be started again. */
  onGone: () => void = () => {};

  constructor(server: ServerStart, log: LogOutputChannel) {
    super("synerprise", "SynerPrise", server, {
      documentSelector: DOCUMENTS,
      outputChannel: log,
      initializationFailedHandler: () => false, // it is told by whoever waits for start()
    });
    let hasRun = false;
    this.onDidChangeState(({ newState }) => {
      hasRun ||= newState === State.Running;
      if (hasRun && newState === State.StartFailed) this.onGone();
    });
  }

  /** The usual handler starts a server again that ran; one that never ran would not run then. */
  override createDefaultErrorHandler(maxRestartCount?: number): ErrorHandler {
    const usual = super.createDefaultErrorHandler(maxRestartCount);
    return {
      error: (...failure) => usual.error(...failure),
      closed: async () => {
        if (this.state !== State.Running) return GONE;
        const next = await usual.closed();
        if (next.action === CloseAction.Restart) return next;
        this.onGone();
        return GONE;
      },
    };
  }

  /** Into the log only, unless the server runs: a failed start is told once, in two languages. */
  override error(message: string, data?: unknown, showNotification?: boolean | "force"): void {
    super.error(message, data, this.state === State.Running ? showNotification : false);
  }

  /** Never fails: there is nobody left to tell that a server did not run or did not answer. */
  override async stop(timeout?: number): Promise<void> {
    await super.stop(timeout).catch((reason) => this.error("Stopping failed", reason, false));
  }
}
