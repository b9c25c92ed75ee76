/** A language server that writes down what it is told, one JSON object a line. */

import { appendFileSync } from "node:fs";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

const [diary = "", ...words] = process.argv.slice(2);

function note(method: string, params: unknown): void {
  appendFileSync(diary, `${JSON.stringify({ method, params })}\n`);
}

const connection = createMessageConnection(
  new StreamMessageReader(process.stdin),
  new StreamMessageWriter(process.stdout),
);
connection.onRequest((method, params) => {
  note(method, params);
  return method === "initialize" ? { capabilities: { textDocumentSync: 1 } } : null;
});
connection.onNotification((method, params) => {
  note(method, params);
  if (method === "exit") process.exit();
});
note("started", { words, folder: process.cwd(), process: process.pid });
connection.listen();
