import type { Import } from './import-graph';

/** The rooms of src/, lowest first. A room may import from itself and from those of the lines above its own. */
export const layers: readonly (readonly string[])[] = [
  ['text'],
  ['files', 'syntax', 'host', 'knowledge'],
  ['values', 'regex'],
  ['resolve'],
  ['preflight', 'sshd'],
  ['lint'],
  ['config', 'fix', 'diff', 'report'],
  ['cli'],
];

/** Files outside src/cli and src/host that need Node; nothing else may use what they export but as a type. */
const diskSide = /^src\/files\/(?:disk|discovery\/[^/]+|git|mapped|recover|write|writing\/[^/]+)\.ts$/;

/** Packages that run in a browser; all others are for files that need Node. */
const browserPackages = new Set(['diff', 'ini', 'kleur']);

/** What is wrong with an import; undefined where it may stand. */
export function fault(each: Import): string | undefined {
  const reason = each.isFile ? faultOfFile(each) : faultOfPackage(each);
  return reason === undefined ? undefined : `${each.from} imports ${each.to}: ${reason}`;
}

function faultOfPackage({ from, to, isType }: Import): string | undefined {
  if (isType || needsNode(from) || browserPackages.has(to)) return undefined;
  return 'only src/cli, src/host and the disk side of src/files may need Node';
}

function faultOfFile({ from, to, isType }: Import): string | undefined {
  if (from.startsWith('bin/')) {
    return /^(?:dist\/cli\.js|package\.json|bin\/load-bundle\.js)$/.test(to)
      ? undefined
      : 'bin only starts dist/cli.js';
  }
  if (from === 'rules/index.ts') {
    return /^(?:rules\/[^/]+\/[^/]+|src\/api)\.ts$/.test(to) ? undefined : 'the index lists rules';
  }
  if (from.startsWith('rules/')) return to === 'src/api.ts' ? undefined : 'a rule imports src/api alone';
  if (to === 'src/api.ts') return 'src/api is the door for rules, plug-ins and programs';
  if (to === 'rules/index.ts' || to === 'package.json')
    return roomOf(from) === 'cli' ? undefined : 'for src/cli alone';
  if (!to.startsWith('src/')) return 'leads out of src';
  if (needsNode(to) && !needsNode(from) && !isType)
    return 'a file that runs in a browser imports one that needs Node';
  return faultOfRoom(from, to);
}

function faultOfRoom(from: string, to: string): string | undefined {
  const room = roomOf(from);
  const other = roomOf(to);
  if (other === undefined) return 'stands in no room';
  if (from === 'src/api.ts')
    return other === 'cli' ? 'the door does not lead to the command line' : undefined;
  if (room === undefined) return 'stands in no room';
  return room === other || layerOf(other) < layerOf(room) ? undefined : `${other} is not below ${room}`;
}

function needsNode(file: string): boolean {
  return /^(?:bin|src\/cli|src\/host)\//.test(file) || diskSide.test(file);
}

/** The room a file stands in; undefined for a directory that is none. */
function roomOf(file: string): string | undefined {
  const room = /^src\/([^/]+)\//.exec(file)?.[1];
  return room !== undefined && layerOf(room) >= 0 ? room : undefined;
}

function layerOf(room: string): number {
  return layers.findIndex(rooms => rooms.includes(room));
}

/** A way from a file back to itself; undefined where there is none. Types count. */
export function findCycle(imports: readonly Import[]): readonly string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { from, to, isFile } of imports) if (isFile) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const way: string[] = [];
  function visit(file: string): readonly string[] | undefined {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    way.push(file);
    for (const each of next.get(file) ?? []) {
      const cycle = visit(each);
      if (cycle !== undefined) return cycle;
    }
    way.pop();
    done.add(file);
    return undefined;
  }
  for (const file of next.keys()) {
    const cycle = visit(file);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
