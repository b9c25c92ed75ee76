/** The sample that the walkthrough opens: a draft with a wish in each script. */

import { ViewColumn, window, workspace } from "vscode";

/** It begins with a wish, because that is where the cursor will be. */
export const SAMPLE = `# একটি সংখ্যা মৌলিক কি না তা বলার জন্য একটি ফাংশন লেখো


# amar jonno ekta function likho ja factorial return kore
`;

export async function openSample(): Promise<void> {
  const draft = await workspace.openTextDocument({ language: "python", content: SAMPLE });
  await window.showTextDocument(draft, ViewColumn.Beside); // the walkthrough stays in sight
}
