// Prints name, version and licence text of every package that bundle.sh put into the bundle.
import { existsSync, readFileSync } from "node:fs";

const made = JSON.parse(readFileSync("node_modules/made.json", "utf8"));
const names = Object.keys(made.inputs)
  .filter((path) => path.startsWith("node_modules/"))
  .map((path) => path.split("/").slice(1, path.includes("/@") ? 3 : 2).join("/"));
for (const name of [...new Set(names)].sort()) {
  const about = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  const file = ["LICENSE", "LICENSE.md", "LICENCE"]
    .map((each) => `node_modules/${name}/${each}`)
    .find(existsSync);
  if (!file) throw new Error(`${name} has no licence`);
  console.log(`${name} ${about.version} (${about.license})\n`);
  console.log(`${readFileSync(file, "utf8").trim()}\n\n`);
}
