/** What the user has chosen in the settings, in the form in which the server reads it. */

import { workspace } from "vscode";

export interface Preferences {
  readonly synerprise: { readonly codeLens: boolean; readonly unknownWords: boolean };
}

export const CODE_LENS = "synerprise.codeLens";
export const UNKNOWN_WORDS = "synerprise.unknownWords";
export const PREFERENCES = [CODE_LENS, UNKNOWN_WORDS];

export function preferences(): Preferences {
  // The file of the settings is written by hand: what is not a truth value there changes nothing.
  const settings = workspace.getConfiguration();
  const codeLens = settings.get<unknown>(CODE_LENS) === true;
  const unknownWords = settings.get<unknown>(UNKNOWN_WORDS) !== false;
  return { synerprise: { codeLens, unknownWords } };
}
