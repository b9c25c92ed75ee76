// Bundle the extension into dist, or with `test` the tests into out.
import { readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const NODE = { bundle: true, platform: "node", target: "node20", logLevel: "warning" };

async function buildExtension() {
  await rm("dist", { recursive: true, force: true });
  const { metafile } = await build({
    ...NODE,
    entryPoints: ["src/extension.ts"],
    outfile: "dist/extension.js",
    external: ["vscode"],
    minify: true,
    metafile: true,
  });
  await writeFile("dist/LICENSES.txt", await licences(Object.keys(metafile.inputs)));
}

/** Our licence and those of all that is in the bundle: they ask to travel along. */
async function licences(inputs) {
  const folders = inputs.map((file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]);
  const texts = [await readFile("../LICENSE", "utf8")];
  for (const folder of [...new Set(folders)].filter(Boolean).sort()) {
    texts.push(`${folder.split("node_modules/").pop()}\n\n${await licence(folder)}`);
  }
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

async function licence(folder) {
  for (const name of ["LICENSE", "LICENSE.md", "License.txt"]) {
    const text = await readFile(`${folder}/${name}`, "utf8").catch(() => undefined);
    if (text !== undefined) return text;
  }
  throw new Error(`${folder} has no licence that can travel along.`);
}

async function buildTests() {
  await rm("out", { recursive: true, force: true });
  await build({ ...NODE, entryPoints: ["test/*.ts"], outdir: "out", packages: "external" });
}

await (process.argv[2] === "test" ? buildTests() : buildExtension());
