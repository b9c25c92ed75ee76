/** How the language server is started, and for which documents. */

export interface ServerStart {
  readonly command: string;
  readonly args: string[];
  readonly options: { readonly cwd: string };
}

/**
 * Without a `transport` the client speaks over standard input and output, and adds no `--stdio`,
 * which `synerprise lsp` does not know. The folder is the user's own: nothing is sought in a
 * workspace.
 */
export function serverStart(program: string, home: string): ServerStart {
  return { command: program, args: ["lsp"], options: { cwd: home } };
}

export const DOCUMENTS = ["file", "untitled", "vscode-notebook-cell"].map((scheme) => ({
  scheme,
  language: "python",
}));
