/** The setting becomes a program, and a workspace cannot slip in another. */

import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { commandFrom, findProgram, type Surroundings } from "../src/program";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "synerprise-program-")));
const nowhere: Surroundings = { home: join(folder, "home"), searchPath: [], endings: [""] };

function put(name: string, mode = 0o755): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "");
  chmodSync(path, mode);
  return path;
}

test("an empty setting means the usual command", () => {
  assert.equal(commandFrom(undefined), "synerprise");
  assert.equal(commandFrom("  "), "synerprise");
  assert.equal(commandFrom(" /opt/synerprise "), "/opt/synerprise");
});

test("a bare name is found in the first folder of the PATH that has it", () => {
  const second = put("second/synerprise");
  put("third/synerprise");
  const searchPath = ["first", "second", "third"].map((name) => join(folder, name));
  assert.equal(findProgram("synerprise", { ...nowhere, searchPath }), second);
});

test("an absolute path and one from the home folder need no PATH", () => {
  const program = put("home/.venv/bin/synerprise");
  assert.equal(findProgram(program, nowhere), program);
  assert.equal(findProgram("~/.venv/bin/synerprise", nowhere), program);
});

test("nothing is found relative to the folder that happens to be open", () => {
  const program = relative(process.cwd(), put("workspace/synerprise"));
  assert.equal(findProgram(program, nowhere), undefined);
  assert.equal(
    findProgram("synerprise", { ...nowhere, searchPath: ["", ".", dirname(program)] }),
    undefined,
  );
});

test("a folder, and a file that nobody may run, are no programs", () => {
  const plain = put("plain/synerprise", 0o644);
  assert.equal(findProgram(dirname(plain), nowhere), undefined);
  if (process.platform !== "win32") assert.equal(findProgram(plain, nowhere), undefined);
});

test("the ending that Windows gives to programs need not be written", () => {
  const program = put("scripts/synerprise.exe");
  const windows = { ...nowhere, endings: [".exe", ""], searchPath: [dirname(program)] };
  assert.equal(findProgram("synerprise", windows), program);
  assert.equal(findProgram("synerprise.exe", windows), program);
});
