// Writes src/test/resources/dev/plumbline/publish/github/api/operations.json: of each operation in operations.txt its
// method, path, parameters, body and status codes, as the official description has them.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const here = (name) => new URL(name, import.meta.url);
const source = "@octokit/openapi/package.json";
const version = require(source).version;
const description = JSON.parse(
  readFileSync(require.resolve(source).replace("package.json", "generated/api.github.com.json")),
);
const wanted = new Set(
  readFileSync(here("operations.txt"), "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith("#")),
);

const KEPT = new Set([
  "type", "properties", "required", "items", "enum", "oneOf", "anyOf", "allOf", "additionalProperties",
  "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern",
]);

function resolved(node) {
  return node?.$ref
    ? resolved(node.$ref.slice(2).split("/").reduce((at, key) => at[key], description))
    : node;
}

// OpenAPI 3.0 says `nullable` where JSON Schema has the type "null".
function schema(node) {
  const from = resolved(node);
  if (typeof from !== "object" || from === null) return from;
  const to = {};
  for (const [key, value] of Object.entries(from)) {
    if (!KEPT.has(key)) continue;
    if (key === "properties") {
      to[key] = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, schema(each)]));
    } else if (["oneOf", "anyOf", "allOf"].includes(key)) {
      to[key] = value.map(schema);
    } else if (key === "items" || key === "additionalProperties") {
      to[key] = schema(value);
    } else {
      to[key] = value;
    }
  }
  if (from.nullable) {
    if (to.type) to.type = [to.type, "null"];
    if (to.enum && !to.enum.includes(null)) to.enum = [...to.enum, null];
  }
  return to;
}

const operations = [];
for (const [path, item] of Object.entries(description.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    if (!wanted.delete(operation.operationId)) continue;
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolved);
    const body = resolved(operation.requestBody);
    operations.push({
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      parameters: parameters.map((each) => ({
        name: each.name,
        in: each.in,
        required: each.required === true,
        schema: schema(each.schema),
      })),
      ...(body && {
        body: {
          required: body.required === true,
          schema: schema(body.content["application/json"].schema),
        },
      }),
      answers: Object.keys(operation.responses).map(Number),
    });
  }
}
if (wanted.size > 0) {
  throw new Error(`not in the description ${version}: ${[...wanted].join(", ")}`);
}
operations.sort((one, other) => (one.id < other.id ? -1 : 1));
writeFileSync(
  here("../src/test/resources/dev/plumbline/publish/github/api/operations.json"),
  JSON.stringify({ source: `@octokit/openapi ${version}`, license: "MIT", operations }, null, 1) + "\n",
);
console.log(`${operations.length} operations of @octokit/openapi ${version}`);
