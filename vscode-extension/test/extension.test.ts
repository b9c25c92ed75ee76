/** The built bundle in a stand-in for VS Code, with a server that writes down what it is told. */

import assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import manifest from "../package.json";
import { OPEN_SETTING } from "../src/errors";
import { changeSetting, editor, openDocument } from "./fake_vscode";
import {
  activate,
  extension,
  folder,
  NO_SHELL,
  program,
  told,
  until,
  workingServer,
} from "./stage";

test("every command of the manifest is there after activation", () => {
  activate();
  const promised = manifest.contributes.commands.map(({ command }) => command);
  assert.deepEqual([...editor.commands.keys()], promised);
});

test(
  "`synerprise lsp` is started from the PATH, in the home folder",
  { skip: NO_SHELL },
  async () => {
    const usual = process.env["PATH"];
    editor.settings.clear();
    workingServer("synerprise");
    process.env["PATH"] = folder;
    activate();
    process.env["PATH"] = usual;
    await until(() => told("initialized").length === 1);
    const [started] = told("started");
    assert.deepEqual(started.params.words, ["lsp"]);
    assert.equal(started.params.folder, realpathSync(homedir()));
    assert.deepEqual(editor.messages, []);
  },
);

test(
  "Python files, drafts and cells reach the server, and nothing else",
  { skip: NO_SHELL },
  async () => {
    for (const scheme of ["file", "untitled", "vscode-notebook-cell", "git"]) {
      openDocument({ scheme, languageId: "python" });
    }
    openDocument({ scheme: "file", languageId: "javascript" });
    editor.settings.set("synerprise.command", workingServer("synerprise"));
    activate();
    await until(() => told("textDocument/didOpen").length >= 3);
    await extension.deactivate();
    const uris = told("textDocument/didOpen").map((entry) => entry.params.textDocument.uri);
    assert.deepEqual(uris, ["file:/python", "untitled:/python", "vscode-notebook-cell:/python"]);
  },
);

test("deactivation lets the server end itself", { skip: NO_SHELL }, async () => {
  editor.settings.set("synerprise.command", workingServer("synerprise"));
  activate();
  await until(() => told("initialized").length === 1);
  await extension.deactivate();
  await until(() => told("exit").length === 1);
  assert.equal(told("shutdown").length, 1);
});

test("a server that was still starting does not stay behind", { skip: NO_SHELL }, async () => {
  editor.settings.set("synerprise.command", workingServer("synerprise"));
  activate();
  await setTimeout(0); // the client has begun, and has no process yet
  await extension.deactivate();
  await until(() => told("exit").length === 1);
});

test("a restart ends the old server and starts a new one", { skip: NO_SHELL }, async () => {
  editor.settings.set("synerprise.command", workingServer("synerprise"));
  activate();
  await until(() => told("initialized").length === 1);
  await editor.commands.get("synerprise.restart")?.();
  await until(() => told("initialized").length === 2);
  assert.equal(told("exit").length, 1);
});

test("another program in the settings takes over at once", { skip: NO_SHELL }, async () => {
  editor.settings.set("synerprise.command", join(folder, "missing"));
  activate();
  await until(() => editor.messages.length === 1);
  changeSetting("synerprise.command", workingServer("synerprise"));
  await until(() => told("initialized").length === 1);
});

test("a missing program is told once, and the button leads to the setting", async () => {
  editor.press = OPEN_SETTING;
  editor.settings.set("synerprise.command", "/nowhere/synerprise");
  activate();
  await until(() => editor.executed.length === 1);
  assert.deepEqual(editor.executed, [["workbench.action.openSettings", "synerprise.command"]]);
  assert.deepEqual(editor.messages.slice(1), []);
  assert.match(editor.messages[0] ?? "", /পাওয়া যায়নি.* \| .*was not found/);
});

test("a program that ends at once is told once", { skip: NO_SHELL }, async () => {
  editor.settings.set("synerprise.command", program("synerprise", "exit 3"));
  activate();
  await until(() => editor.messages.length >= 1);
  await setTimeout(300); // time enough for a second message
  assert.deepEqual(editor.messages.slice(1), []);
  assert.match(editor.messages[0] ?? "", /চালু করা যায়নি.* \| .*could not be started/);
});

test("a server that crashes is started again", { skip: NO_SHELL }, async () => {
  editor.settings.set("synerprise.command", workingServer("synerprise"));
  activate();
  await until(() => told("initialized").length === 1);
  process.kill(told("started")[0].params.process, "SIGKILL");
  await until(() => told("initialized").length === 2);
  assert.deepEqual(editor.messages, []);
});

test("a server that stopped for good is told once", { skip: NO_SHELL }, async () => {
  editor.settings.set("synerprise.command", workingServer("synerprise"));
  activate();
  await until(() => told("initialized").length === 1);
  program("synerprise", "exit 3");
  process.kill(told("started")[0].params.process, "SIGKILL");
  await until(() => editor.messages.length >= 1);
  await setTimeout(300); // time enough for a second message
  assert.deepEqual(editor.messages.slice(1), []);
  assert.match(editor.messages[0] ?? "", /বন্ধ হয়ে গেছে.* \| .*has stopped/);
});
