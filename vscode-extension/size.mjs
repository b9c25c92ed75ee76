// Refuse a bundle that is too big to be fetched over a slow line.
import { readdir, stat } from "node:fs/promises";

const MOST_KB = 600;

const files = await readdir("dist");
const sizes = await Promise.all(files.map(async (file) => (await stat(`dist/${file}`)).size));
const kilobytes = Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / 1024);
console.log(`dist: ${files.join(", ")}: ${kilobytes} KB of at most ${MOST_KB}`);
process.exitCode = kilobytes > MOST_KB ? 1 : 0;
