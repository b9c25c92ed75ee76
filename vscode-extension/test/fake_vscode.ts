/** As much of VS Code as the extension and its language client touch, with real behaviour. */

import { EventEmitter as Emitter } from "node:events";
import Module from "node:module";

type Listener = (event: unknown) => unknown;
type Filter = { scheme: string; language: string };
export interface StatusItem {
  selector: Filter[];
  name?: string;
  text?: string;
  detail?: string;
  busy?: boolean;
  severity?: string;
  command?: { command: string; title: string };
  dispose(): void;
}
type Document = { scheme: string; languageId: string };

/** What the editor knows and what the user saw and did. */
export const editor = {
  settings: new Map<string, unknown>(),
  commands: new Map<string, (...values: unknown[]) => unknown>(),
  messages: [] as string[],
  log: [] as string[],
  executed: [] as unknown[][],
  documents: [] as object[],
  status: [] as StatusItem[],
  timesTheLogWasShown: 0,
  /** Drafts, with the column of the window where the user sees them. */
  drafts: [] as { language: string; content: string; column?: string }[],
  /** The button that the user presses on the next message. */
  press: undefined as string | undefined,
  changed: new Emitter(),
};

export function openDocument({ scheme, languageId }: Document): void {
  const uri = { scheme, toString: () => `${scheme}:/${languageId}` };
  editor.documents.push({ uri, languageId, version: 1, getText: () => "# যোগ করো" });
}

export function changeSetting(name: string, value: unknown): void {
  editor.settings.set(name, value);
  editor.changed.emit("settings", { affectsConfiguration: (other: string) => other === name });
}

const disposable = () => ({ dispose() {} });

/** Answers to every name: with what is known, else with something that may be called or extended. */
function lenient(known: object, otherwise: unknown): object {
  const silent = (name: string | symbol) => name === "then"; // or await would wait for ever
  return new Proxy(known, {
    get: (target, name) => (name in target || silent(name) ? Reflect.get(target, name) : otherwise),
  });
}

const registry = (known: object) => lenient(known, disposable);

class EventEmitter {
  #listeners: Listener[] = [];
  event = (listener: Listener) => {
    this.#listeners.push(listener);
    return disposable();
  };
  fire(event: unknown) {
    for (const listener of this.#listeners) listener(event);
  }
  dispose() {}
}

function match(filters: Filter[], { uri, languageId }: { uri: Document; languageId: string }) {
  const fits = ({ scheme, language }: Filter) => scheme === uri.scheme && language === languageId;
  return filters.some(fits) ? 10 : 0;
}

function createLanguageStatusItem(_id: string, selector: Filter[]): StatusItem {
  const item = {
    selector,
    dispose: () => void editor.status.splice(editor.status.indexOf(item), 1),
  };
  editor.status.push(item);
  return item;
}

const vscode = lenient(
  {
    version: "1.91.0",
    EventEmitter,
    env: { appName: "a test", language: "en" },
    commands: {
      registerCommand(name: string, run: () => unknown) {
        editor.commands.set(name, run);
        return { dispose: () => editor.commands.delete(name) };
      },
      executeCommand: async (...words: unknown[]) => void editor.executed.push(words),
    },
    LanguageStatusSeverity: { Information: "information", Warning: "warning", Error: "error" },
    languages: registry({ match, createLanguageStatusItem }),
    ViewColumn: { Beside: "beside" },
    window: registry({
      showTextDocument: async (draft: { column?: string }, column: string) => {
        draft.column = column;
      },
      tabGroups: registry({ all: [] }),
      visibleTextEditors: [],
      createOutputChannel: () =>
        registry({
          logLevel: 3,
          error: (line: string) => void editor.log.push(line),
          show: () => void editor.timesTheLogWasShown++,
        }),
      showErrorMessage: async (message: string) => {
        editor.messages.push(message);
        return editor.press;
      },
    }),
    workspace: registry({
      openTextDocument: async (draft: { language: string; content: string }) => {
        editor.drafts.push(draft);
        return draft;
      },
      textDocuments: editor.documents,
      notebookDocuments: [],
      workspaceFolders: undefined,
      getConfiguration: () => ({
        get: (name: string, usual?: unknown) => editor.settings.get(name) ?? usual,
      }),
      onDidChangeConfiguration(listener: Listener) {
        editor.changed.on("settings", listener);
        return { dispose: () => editor.changed.off("settings", listener) };
      },
    }),
  },
  class {},
);

/** Load a bundle as VS Code does: `require("vscode")` inside it means the one above. */
export function load(bundle: string): Extension {
  const loader = Module as unknown as { _load(name: string, ...rest: unknown[]): unknown };
  const usual = loader._load;
  loader._load = (name, ...rest) =>
    name === "vscode" ? vscode : usual.call(loader, name, ...rest);
  try {
    return require(bundle) as Extension;
  } finally {
    loader._load = usual;
  }
}

export interface Extension {
  activate(context: { subscriptions: { dispose(): unknown }[] }): void;
  deactivate(): Promise<void>;
}
