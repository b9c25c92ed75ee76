/** What VS Code reads before anything runs: it is told in both languages, and it keeps its word. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import manifest from "../package.json";
import bangla from "../package.nls.bn.json";
import both from "../package.nls.json";

const BANGLA = /[\u0980-\u09ff]/;
const ENGLISH = /[a-z]{3}/;

function promised(): string[] {
  const places = JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g);
  return [...places].map(([, name = ""]) => name).sort();
}

test("every text that is promised is there in both files, and no other", () => {
  assert.deepEqual(Object.keys(both).sort(), promised());
  assert.deepEqual(Object.keys(bangla).sort(), promised());
});

test("whoever has no Bangla pack, that is everybody, reads both languages", () => {
  for (const text of Object.values(both)) {
    assert.match(text, BANGLA);
    assert.match(text, ENGLISH);
  }
  for (const text of Object.values(bangla)) assert.match(text, BANGLA);
});

test("in a folder that nobody trusts, the folder cannot choose the program", () => {
  const { properties } = manifest.contributes.configuration;
  const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
  assert.equal(properties["synerprise.command"].scope, "machine"); // never read from a folder
  assert.equal(untrustedWorkspaces.supported, true);
  assert.equal(virtualWorkspaces, false);
});

test("the walkthrough has three steps, and each shows a page in both languages", () => {
  const [walkthrough, ...more] = manifest.contributes.walkthroughs;
  assert.deepEqual(more, []);
  const pages = walkthrough?.steps.map(({ media }) => media.markdown) ?? [];
  assert.deepEqual(pages, ["media/write.md", "media/take.md", "media/others.md"]);
  assert.equal(readdirSync("media").length, pages.length);
  for (const page of pages) {
    assert.match(readFileSync(page, "utf8"), BANGLA);
    assert.match(readFileSync(page, "utf8").replace(/```.*?```/gs, ""), ENGLISH);
  }
});

test("what the walkthrough links to and waits for are commands of ours, or VS Code's own", () => {
  const texts = [manifest, both, bangla].map((file) => JSON.stringify(file)).join("\n");
  const named = [...texts.matchAll(/(?:command|onCommand):([\w.]+)/g)].map(([, name]) => name);
  const ours = manifest.contributes.commands.map(({ command }) => command);
  const foreign = named.filter((name = "") => !ours.includes(name));
  assert.deepEqual(foreign, ["editor.action.quickFix"]);
  assert.ok(named.includes("synerprise.openSample"));
});
