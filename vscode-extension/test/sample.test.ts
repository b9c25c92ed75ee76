/** The sample is a draft beside the walkthrough, and the walkthrough's page shows what is in it. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { DOCUMENTS } from "../src/server";
import { editor } from "./fake_vscode";
import { activate } from "./stage";

async function openSample() {
  activate();
  await editor.commands.get("synerprise.openSample")?.();
  return editor.drafts[0] ?? assert.fail("no draft was opened");
}

test("a Python draft opens beside the walkthrough, and the server serves drafts", async () => {
  const { language, column } = await openSample();
  assert.deepEqual([language, column], ["python", "beside"]);
  assert.ok(DOCUMENTS.some((filter) => filter.scheme === "untitled"));
});

test("the cursor, which is in the first line, is on a wish", async () => {
  const { content } = await openSample();
  assert.match(content, /^# \S/);
});

test("its wishes, one in each script, are those on the walkthrough's page", async () => {
  const { content } = await openSample();
  const wishes = content.split("\n").filter(Boolean);
  const page = readFileSync("media/write.md", "utf8");
  assert.deepEqual(
    wishes.map((wish) => [/[\u0980-\u09ff]/.test(wish), page.includes(wish)]),
    [
      [true, true],
      [false, true],
    ],
  );
});
