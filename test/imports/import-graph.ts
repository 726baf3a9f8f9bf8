import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { parseSync } from '@swc/core';

/** One file names another, or a package. */
export interface Import {
  /** Path below the root of the repository. */
  readonly from: string;
  /** The same of a file; the name of a package or of a module of Node's. */
  readonly to: string;
  readonly isFile: boolean;
  /** Gone at run time. */
  readonly isType: boolean;
}

/** Every import in the TypeScript and JavaScript files below some directories. */
export function readImports(root: string, directories: readonly string[]): readonly Import[] {
  return directories.flatMap(directory =>
    readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
      .map(name => join(directory, name))
      .filter(path => /\.(ts|js)$/.test(path))
      .sort()
      .flatMap(path => importsOf(root, path)),
  );
}

function importsOf(root: string, from: string): readonly Import[] {
  return importsIn(readFileSync(join(root, from), 'utf8')).map(({ specifier, isType }) =>
    specifier.startsWith('.')
      ? { from, to: resolveFile(root, join(dirname(from), specifier)), isFile: true, isType }
      : { from, to: specifier, isFile: false, isType },
  );
}

function resolveFile(root: string, path: string): string {
  if (extname(path) !== '' && isFile(join(root, path))) return path;
  return isFile(join(root, `${path}.ts`)) ? `${path}.ts` : join(path, 'index.ts');
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

interface Specifier {
  readonly specifier: string;
  readonly isType: boolean;
}

/** What a file imports: by `import` and `export … from`, `import()` as expression and as type, and `require`. */
export function importsIn(code: string): readonly Specifier[] {
  const found: Specifier[] = [];
  const open: unknown[] = [parseSync(code, { syntax: 'typescript', target: 'es2022' })];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null) continue;
    const specifier = specifierOf(node as SyntaxNode);
    if (specifier !== undefined) found.push(specifier);
    open.push(...Object.values(node).reverse());
  }
  return found;
}

interface SyntaxNode {
  readonly type?: string;
  readonly typeOnly?: boolean;
  readonly isTypeOnly?: boolean;
  readonly specifiers?: readonly { readonly isTypeOnly?: boolean }[];
  readonly source?: { readonly value: string } | null;
  readonly argument?: { readonly value: string };
  readonly moduleRef?: { readonly expression?: { readonly value: string } };
  readonly callee?: { readonly type: string; readonly value?: string };
  readonly arguments?: readonly {
    readonly expression: { readonly type: string; readonly value?: string };
  }[];
}

function specifierOf(node: SyntaxNode): Specifier | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return node.source ? { specifier: node.source.value, isType: onlyTypes(node) } : undefined;
    case 'TsImportType':
      return { specifier: node.argument!.value, isType: true };
    case 'TsImportEqualsDeclaration': {
      const specifier = node.moduleRef?.expression?.value;
      return specifier === undefined ? undefined : { specifier, isType: node.isTypeOnly === true };
    }
    case 'CallExpression':
      return isImportCall(node) ? { specifier: calledWith(node), isType: false } : undefined;
    default:
      return undefined;
  }
}

function onlyTypes({ typeOnly, specifiers = [] }: SyntaxNode): boolean {
  return typeOnly === true || (specifiers.length > 0 && specifiers.every(each => each.isTypeOnly === true));
}

function isImportCall({ callee }: SyntaxNode): boolean {
  return callee?.type === 'Import' || (callee?.type === 'Identifier' && callee.value === 'require');
}

function calledWith(node: SyntaxNode): string {
  const argument = node.arguments?.[0]?.expression;
  if (argument?.type === 'StringLiteral' && argument.value !== undefined) return argument.value;
  throw new Error('an import whose name is computed');
}
