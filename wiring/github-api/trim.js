// Writes deliveries.json and operations.json into src/test/resources/github-webhook.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const DELIVERIES = ["issue-comment/created", "ping"];
const OPERATIONS = [
  "git/create-ref",
  "git/get-ref",
  "git/update-ref",
  "issues/create-comment",
  "pulls/create",
  "pulls/list",
  "reactions/create-for-issue-comment",
  "repos/create-or-update-file-contents",
  "repos/get",
  "repos/get-collaborator-permission-level",
  "repos/get-content",
  "teams/get-membership-for-user-in-org",
];

const KEPT = new Set([
  "type", "properties", "required", "items", "enum", "const", "oneOf", "anyOf", "allOf", "additionalProperties",
  "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern", "format",
]);

const require = createRequire(import.meta.url);

function read(name) {
  const manifest = require.resolve(`${name}/package.json`);
  return {
    source: `${name} ${JSON.parse(readFileSync(manifest)).version}`,
    description: JSON.parse(readFileSync(manifest.replace("package.json", "generated/api.github.com.json"))),
  };
}

function resolver(description) {
  const resolved = (node) =>
    node?.$ref ? resolved(node.$ref.slice(2).split("/").reduce((at, key) => at[key], description)) : node;
  return resolved;
}

// OpenAPI 3.0 says `nullable` where JSON Schema, and so OpenAPI 3.1, has the type "null".
function schema(node, resolved) {
  const from = resolved(node);
  if (typeof from !== "object" || from === null) return from;
  const to = {};
  for (const [key, value] of Object.entries(from)) {
    if (!KEPT.has(key)) continue;
    if (key === "properties") {
      to[key] = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, schema(each, resolved)]));
    } else if (["oneOf", "anyOf", "allOf"].includes(key)) {
      to[key] = value.map((each) => schema(each, resolved));
    } else if (key === "items" || key === "additionalProperties") {
      to[key] = schema(value, resolved);
    } else {
      to[key] = value;
    }
  }
  if (from.nullable && to.type) to.type = [to.type, "null"];
  return to;
}

function* operations(items) {
  for (const [path, item] of Object.entries(items)) {
    for (const [method, operation] of Object.entries(item)) {
      if (operation?.operationId) yield { path, method, item, operation };
    }
  }
}

function write(name, source, content) {
  const missing = content.wanted.filter((id) => !(id in content.found));
  if (missing.length > 0) throw new Error(`not in ${source}: ${missing.join(", ")}`);
  const file = new URL(`../src/test/resources/github-webhook/${name}.json`, import.meta.url);
  writeFileSync(file, JSON.stringify({ source, license: "MIT", [name]: content.found }, null, 1) + "\n");
  console.log(`${Object.keys(content.found).length} ${name} of ${source}`);
}

function trimmed(name, wanted, items, trim) {
  const { source, description } = read(name);
  const resolved = resolver(description);
  const found = {};
  for (const each of operations(description[items])) {
    if (wanted.includes(each.operation.operationId)) found[each.operation.operationId] = trim(each, resolved);
  }
  return [source, { wanted, found }];
}

const json = (operation, resolved) => schema(resolved(operation.requestBody).content["application/json"].schema, resolved);

write("deliveries", ...trimmed("@octokit/openapi-webhooks", DELIVERIES, "webhooks", ({ operation }, resolved) =>
  json(operation, resolved)));
write("operations", ...trimmed("@octokit/openapi", OPERATIONS, "paths", ({ path, method, operation }, resolved) => ({
  method: method.toUpperCase(),
  path,
  query: operation.parameters.map(resolved).filter((each) => each.in === "query").map((each) => each.name),
  ...(operation.requestBody && { body: json(operation, resolved) }),
})));
