/** What every test of the built bundle stands on: an editor, a folder with programs, a diary. */

import { existsSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach } from "node:test";
import { setTimeout } from "node:timers/promises";
import { editor, type Extension, load } from "./fake_vscode";

export const NO_SHELL =
  process.platform === "win32" && "the servers of these tests are shell scripts";

export const extension: Extension = load(resolve("dist/extension.js"));
const subscriptions: { dispose(): unknown }[] = [];
export let folder: string;
let diary: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "synerprise-extension-")));
  diary = join(folder, "diary.jsonl");
  editor.settings.clear();
  editor.settings.set("synerprise.command", join(folder, "none")); // never one that is installed
  editor.drafts.length =
    editor.messages.length =
    editor.log.length =
    editor.executed.length =
    editor.documents.length =
      0;
  editor.press = undefined;
  editor.timesTheLogWasShown = 0;
});

afterEach(async () => {
  await extension.deactivate();
  for (const subscription of subscriptions.splice(0)) subscription.dispose();
});

export function program(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, ["#!/bin/sh", ...lines, ""].join("\n"), { mode: 0o755 });
  return path;
}

export function workingServer(name: string): string {
  return program(
    name,
    `exec "${process.execPath}" "${resolve("out/fake_server.js")}" "${diary}" "$@"`,
  );
}

export function told(method: string): any[] {
  if (!existsSync(diary)) return [];
  const lines = readFileSync(diary, "utf8").split("\n").slice(0, -1); // the last may be half written
  return lines.map((line) => JSON.parse(line)).filter((entry) => entry.method === method);
}

export async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > 5_000) throw new Error([`never true: ${condition}`, ...editor.log].join("\n"));
    await setTimeout(20);
  }
}

export function activate(): void {
  extension.activate({ subscriptions });
}
