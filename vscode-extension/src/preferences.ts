/** What the user has chosen in the settings, in the form in which the server reads it. */

import { workspace } from "vscode";

export interface Preferences {
  readonly synerprise: { readonly codeLens: boolean };
}

export const CODE_LENS = "synerprise.codeLens";

export function preferences(): Preferences {
  // The file of the settings is written by hand: what is not a truth value there turns nothing on.
  const codeLens = workspace.getConfiguration().get<unknown>(CODE_LENS) === true;
  return { synerprise: { codeLens } };
}
