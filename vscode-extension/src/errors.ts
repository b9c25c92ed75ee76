/** What can go wrong, in Bangla and in English. */

export interface Problem {
  readonly bangla: string;
  readonly english: string;
}

export function programNotFound(command: string): Problem {
  return {
    bangla: `“${command}” প্রোগ্রামটি পাওয়া যায়নি। SynerPrise ইনস্টল করুন, অথবা synerprise.command সেটিংয়ে তার পুরো পাথ লিখুন।`,
    english: `The program “${command}” was not found. Install SynerPrise, or write its full path into the setting synerprise.command.`,
  };
}

export function serverNotStarted(program: string, reason: unknown): Problem {
  const said = reason instanceof Error ? reason.message : String(reason);
  return {
    bangla: `“${program} lsp” চালু করা যায়নি: ${said}`,
    english: `“${program} lsp” could not be started: ${said}`,
  };
}

export function serverStopped(): Problem {
  return {
    bangla: "SynerPrise-এর ল্যাঙ্গুয়েজ সার্ভার বন্ধ হয়ে গেছে; কারণ লগে আছে।",
    english: "The language server of SynerPrise has stopped; the log says why.",
  };
}

export const OPEN_SETTING = "সেটিং খুলুন | Open the setting";
export const SHOW_LOG = "লগ দেখুন | Show the log";

export function sideBySide({ bangla, english }: Problem): string {
  return `${bangla} | ${english}`;
}
