/** The status item of Python files tells the truth, and the commands work when the server does not. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { DOCUMENTS } from "../src/server";
import { changeSetting, editor, type StatusItem } from "./fake_vscode";
import { activate, NO_SHELL, program, told, until, workingServer } from "./stage";

const STARTING = "SynerPrise: চালু হচ্ছে | starting";
const READY = "SynerPrise: প্রস্তুত | ready";
const FAILED = "SynerPrise: ব্যর্থ | failed";

beforeEach(() => {
  editor.settings.set("synerprise.command", workingServer("synerprise"));
});

function status(): StatusItem {
  const [item, ...more] = editor.status;
  assert.deepEqual(more, []);
  return item ?? assert.fail("there is no status item");
}

function isAt(text: string): () => boolean {
  return () => status().text === text;
}

async function run(command: string): Promise<void> {
  await editor.commands.get(`synerprise.${command}`)?.();
}

function crash(): void {
  process.kill(told("started").at(-1).params.process, "SIGKILL");
}

test("it is busy while the server starts, and then ready", { skip: NO_SHELL }, async () => {
  activate();
  assert.deepEqual([status().text, status().busy], [STARTING, true]);
  await until(isAt(READY));
  assert.deepEqual([status().busy, status().severity], [false, "information"]);
});

test("it belongs to the documents that reach the server, and its command opens the log", async () => {
  activate();
  const { selector, name, command } = status();
  assert.deepEqual([selector, name], [DOCUMENTS, "SynerPrise"]);
  await editor.commands.get(command?.command ?? "")?.();
  assert.equal(editor.timesTheLogWasShown, 1);
  assert.equal(command?.title, "লগ দেখুন | Show the log");
});

test("a missing program is the reason of the failure", async () => {
  editor.settings.set("synerprise.command", "/nowhere/synerprise");
  activate();
  assert.deepEqual([status().text, status().busy, status().severity], [FAILED, false, "error"]);
  assert.match(status().detail ?? "", /পাওয়া যায়নি.* \| .*was not found/);
});

test("why a program did not start stays to be read", { skip: NO_SHELL }, async () => {
  editor.settings.set("synerprise.command", program("ends", "exit 3"));
  activate();
  await until(isAt(FAILED));
  await until(() => editor.log.length >= 2); // the client too has noticed
  assert.deepEqual([status().text, status().busy, status().severity], [FAILED, false, "error"]);
  assert.match(status().detail ?? "", /চালু করা যায়নি.* \| .*could not be started/);
});

test(
  "a crash is a start, and a start that fails again is a failure",
  { skip: NO_SHELL },
  async () => {
    activate();
    await until(isAt(READY));
    crash();
    await until(isAt(STARTING));
    await until(isAt(READY));
    program("synerprise", "exit 3");
    crash();
    await until(isAt(FAILED));
    assert.match(status().detail ?? "", /বন্ধ হয়ে গেছে.* \| .*has stopped/);
  },
);

test("what becomes of a replaced server is not shown", { skip: NO_SHELL }, async () => {
  activate();
  await until(isAt(READY));
  changeSetting("synerprise.command", workingServer("other"));
  assert.equal(status().text, STARTING);
  await until(() => told("exit").length === 1);
  await until(isAt(READY));
  changeSetting("synerprise.command", "/nowhere/synerprise");
  await until(() => told("exit").length === 2);
  assert.equal(status().text, FAILED);
});

test("a restart brings back a server that had failed", { skip: NO_SHELL }, async () => {
  program("synerprise", "exit 3");
  activate();
  await until(isAt(FAILED));
  workingServer("synerprise");
  await run("restart");
  assert.deepEqual([status().text, status().detail], [READY, ""]);
  await until(() => told("initialized").length === 1);
});

test("a restart replaces a server that never answers", { skip: NO_SHELL }, async () => {
  program("synerprise", "exec sleep 60");
  activate();
  await setTimeout(50); // or it would be replaced before it was started
  workingServer("synerprise");
  await run("restart");
  assert.equal(status().text, READY);
  assert.deepEqual(editor.messages, []);
});

test("the log is shown when no server runs", async () => {
  editor.settings.set("synerprise.command", "/nowhere/synerprise");
  activate();
  await run("showLog");
  assert.equal(editor.timesTheLogWasShown, 1);
});
