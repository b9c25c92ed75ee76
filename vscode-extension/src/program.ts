/** Find the program that the setting names, and never one that a workspace brought along. */

import { accessSync, constants, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";

const USUAL_COMMAND = "synerprise";

export interface Surroundings {
  readonly home: string;
  readonly searchPath: readonly string[];
  /** What a file's name may end with to be a program: on Windows `.exe`, elsewhere nothing. */
  readonly endings: readonly string[];
}

export function commandFrom(setting: string | undefined): string {
  return setting?.trim() || USUAL_COMMAND;
}

/** The absolute path of the program, or undefined where there is none. */
export function findProgram(command: string, surroundings: Surroundings): string | undefined {
  return places(command, surroundings)
    .flatMap((place) => surroundings.endings.map((ending) => place + ending))
    .find(isProgram);
}

function places(command: string, { home, searchPath }: Surroundings): string[] {
  if (/^~[/\\]/.test(command)) return [join(home, command.slice(2))];
  if (isAbsolute(command)) return [command];
  // What is relative, here or on the PATH, would be sought in the folder that happens to be open.
  if (/[/\\]/.test(command)) return [];
  return searchPath.filter(isAbsolute).map((folder) => join(folder, command));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
