// npm run draw: the folders and what each imports, found by dependency-cruiser and drawn into house.svg for the README.
// An arrow that follows from two others is left out, so that the layers can be seen.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Graphviz } from '@hpcc-js/wasm-graphviz';

const root = dirname(fileURLToPath(import.meta.url));
const tool = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const leftOut = '\\.json$|^bot/(cli|bench|main)|^data/seed/';
const flags = ['--config', '.dependency-cruiser.js', '--output-type', 'json', '--exclude', leftOut];

/** The room of a file: a folder of bot, dialogs, data or data/domain; what lies beside the rooms is the house's own. */
function roomOf(file) {
  const parts = dirname(file).split('/');
  const depth = parts[0] === 'data' && parts[1] === 'domain' ? 3 : 2;
  return parts.slice(0, depth).join('/');
}

function importsByRoom() {
  const run = spawnSync(process.execPath, [tool, ...flags, 'bot', 'dialogs', 'data'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (run.stdout === '') throw new Error(run.stderr);
  const rooms = new Map();
  for (const { source, dependencies } of JSON.parse(run.stdout).modules) {
    if (!/^(bot|dialogs|data)\//.test(source)) continue;
    const from = roomOf(source);
    const known = rooms.get(from) ?? new Set();
    rooms.set(from, known);
    for (const { resolved } of dependencies)
      if (/^(bot|dialogs|data)\//.test(resolved) && roomOf(resolved) !== from) known.add(roomOf(resolved));
  }
  return rooms;
}

/** Arrows that no longer way through other rooms explains; rooms that import each other keep theirs. */
function plainArrows(rooms) {
  const reaches = (from, to, without) => {
    const seen = new Set([from]);
    const open = [from];
    while (open.length > 0) {
      const room = open.pop();
      for (const next of rooms.get(room) ?? []) {
        if ((room === without[0] && next === without[1]) || seen.has(next)) continue;
        if (next === to) return true;
        seen.add(next);
        open.push(next);
      }
    }
    return false;
  };
  const arrows = [];
  for (const [from, imported] of rooms)
    for (const to of [...imported].sort()) {
      if (reaches(from, to, [from, to])) imported.delete(to);
      else arrows.push([from, to]);
    }
  return arrows;
}

const colours = { bot: '#dbe9f6', dialogs: '#e2f1e4', data: '#fbeedb', domain: '#f7ddb9' };
const label = (room) => room.split('/').at(-1);

function drawing(rooms, arrows) {
  const within = (prefix, not) =>
    [...rooms.keys()].filter((room) => room.startsWith(prefix) && !(not && room.startsWith(not))).sort();
  const nodes = (list, colour) =>
    list.map((room) => `"${room}" [label="${label(room)}" fillcolor="${colour}"]`).join('\n');
  const cluster = (name, inner) =>
    `subgraph "cluster_${name}" { label="${name}" color="#99a" style="rounded" ${inner} }`;
  return `digraph house {
    rankdir=TB ranksep=0.5 nodesep=0.18 fontname="Helvetica" newrank=true
    node [shape=box style="rounded,filled" fontname="Helvetica" fontsize=12 height=0.3 color="#667"]
    edge [color="#8894" arrowsize=0.6]
    ${cluster('bot', nodes(within('bot'), colours.bot))}
    ${cluster('dialogs', nodes(within('dialogs'), colours.dialogs))}
    ${cluster('data', `${nodes(within('data', 'data/domain'), colours.data)} ${cluster('domain', nodes(within('data/domain'), colours.domain))}`)}
    ${arrows.map(([from, to]) => `"${from}" -> "${to}"`).join('\n')}
  }`;
}

const rooms = importsByRoom();
const graphviz = await Graphviz.load();
writeFileSync(join(root, 'house.svg'), graphviz.layout(drawing(rooms, plainArrows(rooms)), 'svg', 'dot'));
process.stderr.write('house.svg is drawn.\n');
