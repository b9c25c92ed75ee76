/** One client at a time: made from the settings, started, replaced and stopped. */

import { homedir } from "node:os";
import { delimiter } from "node:path";
import { commands, type LogOutputChannel, window, workspace } from "vscode";
import { Client } from "./client";
import {
  OPEN_SETTING,
  type Problem,
  programNotFound,
  serverNotStarted,
  serverStopped,
  SHOW_LOG,
  sideBySide,
} from "./errors";
import { PREFERENCES } from "./preferences";
import { commandFrom, findProgram } from "./program";
import { serverStart } from "./server";
import { type Status } from "./status";

const COMMAND = "synerprise.command";

interface Change {
  affectsConfiguration(name: string): boolean;
}

export class Session {
  readonly #log: LogOutputChannel;
  readonly #status: Status;
  #client: Client | undefined;

  constructor(log: LogOutputChannel, status: Status) {
    this.#log = log;
    this.#status = status;
  }

  /** Start the server that the settings name, in the place of the one that runs. */
  async start(): Promise<void> {
    const command = commandFrom(workspace.getConfiguration().get<string>(COMMAND));
    const program = findProgram(command, surroundings());
    if (program === undefined) {
      void this.#tell(programNotFound(command));
      await this.stop();
    } else {
      await this.#replaceClient(program);
    }
  }

  /** Follow what the user changed in the settings. */
  async heed(change: Change): Promise<void> {
    if (change.affectsConfiguration(COMMAND)) await this.start();
    else if (PREFERENCES.some((name) => change.affectsConfiguration(name)))
      await this.#client?.prefer();
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.stop();
  }

  async #replaceClient(program: string): Promise<void> {
    const before = this.#client;
    const client = new Client(serverStart(program, homedir()), this.#log);
    const tell = (problem: Problem) => {
      if (this.#client === client) void this.#tell(problem); // of one already replaced, nothing
    };
    client.onGone = () => tell(serverStopped());
    client.onDidChangeState((change) => {
      if (this.#client === client) this.#status.follow(change);
    });
    this.#client = client;
    this.#status.starting();
    await before?.stop();
    if (this.#client !== client) return; // replaced or stopped meanwhile
    await client.start().catch((reason) => tell(serverNotStarted(program, reason)));
  }

  async #tell(problem: Problem): Promise<void> {
    this.#status.failed(problem);
    const message = sideBySide(problem);
    this.#log.error(message);
    const choice = await window.showErrorMessage(message, OPEN_SETTING, SHOW_LOG);
    if (choice === OPEN_SETTING)
      await commands.executeCommand("workbench.action.openSettings", COMMAND);
    if (choice === SHOW_LOG) this.#log.show();
  }
}

function surroundings() {
  return {
    home: homedir(),
    searchPath: (process.env["PATH"] ?? "").split(delimiter),
    endings: process.platform === "win32" ? [".exe", ""] : [""],
  };
}
