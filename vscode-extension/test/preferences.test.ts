/** The server hears what the user prefers: when it starts, when it starts again, and in between. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import manifest from "../package.json";
import { changeSetting, editor } from "./fake_vscode";
import { activate, NO_SHELL, program, told, until, workingServer } from "./stage";

const CODE_LENS = "synerprise.codeLens";
const UNKNOWN_WORDS = "synerprise.unknownWords";

function wishedAtTheStart(): unknown[] {
  return told("initialize").map(({ params }) => params.initializationOptions);
}

function wishedLater(): unknown[] {
  return told("workspace/didChangeConfiguration").map(({ params }) => params.settings);
}

function lastWish(): unknown {
  return [...wishedAtTheStart(), ...wishedLater()].at(-1);
}

function lenses(codeLens: boolean, unknownWords = true): object {
  return { synerprise: { codeLens, unknownWords } };
}

beforeEach(() => {
  editor.settings.set("synerprise.command", workingServer("synerprise"));
});

test("lenses are off until somebody turns them on", { skip: NO_SHELL }, async () => {
  activate();
  await until(() => told("initialized").length === 1);
  assert.equal(manifest.contributes.configuration.properties[CODE_LENS].default, false);
  assert.deepEqual(wishedAtTheStart(), [lenses(false)]);
  assert.deepEqual(wishedLater(), []);
});

test("what was preferred before is told at the start", { skip: NO_SHELL }, async () => {
  editor.settings.set(CODE_LENS, true);
  activate();
  await until(() => told("initialized").length === 1);
  assert.deepEqual(wishedAtTheStart(), [lenses(true)]);
});

test("what is no truth value turns nothing on", { skip: NO_SHELL }, async () => {
  editor.settings.set(CODE_LENS, "no");
  activate();
  await until(() => told("initialized").length === 1);
  assert.deepEqual(wishedAtTheStart(), [lenses(false)]);
});

test("unknown words are marked until somebody turns that off", { skip: NO_SHELL }, async () => {
  activate();
  await until(() => told("initialized").length === 1);
  assert.equal(manifest.contributes.configuration.properties[UNKNOWN_WORDS].default, true);
  changeSetting(UNKNOWN_WORDS, false);
  await until(() => wishedLater().length === 1);
  assert.deepEqual(lastWish(), lenses(false, false));
});

test("every change is told to the server that runs", { skip: NO_SHELL }, async () => {
  activate();
  await until(() => told("initialized").length === 1);
  changeSetting(CODE_LENS, true);
  changeSetting(CODE_LENS, false);
  changeSetting("editor.codeLens", false); // not ours
  changeSetting(CODE_LENS, true);
  await until(() => wishedLater().length >= 3);
  assert.deepEqual(wishedLater(), [lenses(true), lenses(false), lenses(true)]);
  assert.equal(told("started").length, 1);
});

test("a change while the server starts is not lost", { skip: NO_SHELL }, async () => {
  activate();
  await setTimeout(5); // less than a server needs to answer
  changeSetting(CODE_LENS, true);
  await until(() => told("initialized").length === 1);
  await until(() => isDeepStrictEqual(lastWish(), lenses(true)));
});

test(
  "a change that comes too late for a server is no second problem",
  { skip: NO_SHELL },
  async () => {
    editor.settings.set("synerprise.command", program("ends", "exit 3"));
    activate();
    await setTimeout(5); // less than it needs to end
    changeSetting(CODE_LENS, true);
    await until(() => editor.messages.length >= 1);
    await setTimeout(300); // time enough for a second message
    assert.deepEqual(editor.messages.slice(1), []);
  },
);

test("a server that crashed is told anew", { skip: NO_SHELL }, async () => {
  activate();
  await until(() => told("initialized").length === 1);
  changeSetting(CODE_LENS, true);
  await until(() => wishedLater().length === 1);
  process.kill(told("started")[0].params.process, "SIGKILL");
  await until(() => told("initialized").length === 2);
  assert.deepEqual(wishedAtTheStart(), [lenses(false), lenses(true)]);
});

test("a change while no server runs is read by the next one", { skip: NO_SHELL }, async () => {
  editor.settings.set("synerprise.command", program("ends", "exit 3"));
  activate();
  await until(() => editor.messages.length === 1);
  changeSetting(CODE_LENS, true);
  changeSetting("synerprise.command", workingServer("synerprise"));
  await until(() => told("initialized").length === 1);
  assert.deepEqual(wishedAtTheStart(), [lenses(true)]);
  assert.deepEqual(editor.messages.slice(1), []);
});
