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
import { commandFrom, findProgram } from "./program";
import { serverStart } from "./server";

const SETTING = "synerprise.command";

export class Session {
  readonly #log: LogOutputChannel;
  #client: Client | undefined;

  constructor(log: LogOutputChannel) {
    this.#log = log;
  }

  /** Start the server that the settings name, in the place of the one that runs. */
  async start(): Promise<void> {
    const command = commandFrom(workspace.getConfiguration().get<string>(SETTING));
    const program = findProgram(command, surroundings());
    if (program === undefined) {
      await this.stop();
      void this.#tell(programNotFound(command));
    } else {
      await this.#replaceClient(program);
    }
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
    this.#client = client;
    await before?.stop();
    if (this.#client !== client) return; // replaced or stopped meanwhile
    await client.start().catch((reason) => tell(serverNotStarted(program, reason)));
  }

  async #tell(problem: Problem): Promise<void> {
    const message = sideBySide(problem);
    this.#log.error(message);
    const choice = await window.showErrorMessage(message, OPEN_SETTING, SHOW_LOG);
    if (choice === OPEN_SETTING)
      await commands.executeCommand("workbench.action.openSettings", SETTING);
    if (choice === SHOW_LOG) this.#log.show();
  }
}

export function concernsSession(change: { affectsConfiguration(name: string): boolean }): boolean {
  return change.affectsConfiguration(SETTING);
}

function surroundings() {
  return {
    home: homedir(),
    searchPath: (process.env["PATH"] ?? "").split(delimiter),
    endings: process.platform === "win32" ? [".exe", ""] : [""],
  };
}
