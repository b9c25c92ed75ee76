/** The language client, which leaves it to its owner to tell that the server is gone. */

import type { LogOutputChannel } from "vscode";
import {
  CloseAction,
  type CloseHandlerResult,
  DidChangeConfigurationNotification,
  type ErrorHandler,
  LanguageClient,
  State,
} from "vscode-languageclient/node";
import { preferences } from "./preferences";
import { DOCUMENTS, type ServerStart } from "./server";

const GONE: CloseHandlerResult = { action: CloseAction.DoNotRestart, handled: true };

export class Client extends LanguageClient {
  /** Called when a server that ran has gone and will not be started again. */
  onGone: () => void = () => {};

  constructor(server: ServerStart, log: LogOutputChannel) {
    super("synerprise", "SynerPrise", server, {
      documentSelector: DOCUMENTS,
      outputChannel: log,
      initializationOptions: preferences, // the function: asked anew when a crashed server restarts
      initializationFailedHandler: () => false, // it is told by whoever waits for start()
    });
    let hasRun = false;
    this.onDidChangeState(({ newState }) => {
      hasRun ||= newState === State.Running;
      if (hasRun && newState === State.StartFailed) this.onGone();
    });
  }

  /** Tell the server that the preferences changed; one that is yet to start reads them then. */
  async prefer(): Promise<void> {
    if (!this.needsStop()) return;
    const change = { settings: preferences() };
    await this.sendNotification(DidChangeConfigurationNotification.type, change).catch((reason) =>
      this.error("The preferences did not reach the server", reason, false),
    );
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

  /**
   * Never fails: there is nobody left to tell that a server did not run or did not answer. One
   * that is just being started cannot be stopped before it runs, and is stopped then.
   */
  override async stop(timeout?: number): Promise<void> {
    if (this.state === State.Starting) {
      this.start().then(
        () => this.stop(timeout),
        () => {}, // then there is nothing to stop
      );
    }
    await super.stop(timeout).catch((reason) => this.error("Stopping failed", reason, false));
  }
}
