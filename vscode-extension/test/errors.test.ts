/** Whoever reads only one of the two languages learns what to do. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { programNotFound, serverNotStarted, serverStopped, sideBySide } from "../src/errors";

const BANGLA = /[\u0980-\u09ff]/;

const PROBLEMS = [
  programNotFound("synerprise"),
  serverNotStarted("/opt/synerprise", new Error("exit 3")),
  serverStopped(),
];

test("every problem is told in both languages, and each stays on its own side", () => {
  for (const problem of PROBLEMS) {
    assert.match(problem.bangla, BANGLA);
    assert.doesNotMatch(problem.english, BANGLA);
    assert.equal(sideBySide(problem), `${problem.bangla} | ${problem.english}`);
  }
});

test("a program that is missing is named together with the setting that names it", () => {
  const { bangla, english } = programNotFound("/opt/synerprise");
  for (const text of [bangla, english]) {
    assert.ok(text.includes("“/opt/synerprise”"));
    assert.ok(text.includes("synerprise.command"));
  }
});

test("the reason is told whatever was thrown", () => {
  assert.match(serverNotStarted("synerprise", new Error("no room")).english, /: no room$/);
  assert.match(serverNotStarted("synerprise", "spawn EACCES").bangla, /: spawn EACCES$/);
});
