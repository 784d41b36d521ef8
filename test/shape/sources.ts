import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The rooms, each with the sentence that its README begins with. */
export const ROOMS = {
	kiosk: 'What a visitor touches to take a number.',
	display: 'What the hall sees and hears.',
	server: 'What the hall decides, and who may ask it.',
	printer: 'What comes out on paper, and the wire to every device.',
	db: 'What the hall remembers.',
	test: 'What proves it.'
} as const;

/** One file of ours. */
export interface Source {
	/** From the project's folder, as in `server/clock.ts`. */
	path: string;
	text: string;
}

/** A function with a body, and how many lines it takes. */
export interface Sized {
	where: string;
	lines: number;
}

/** Folders that hold what others wrote, or what is made from ours. */
const NOT_OURS = new Set([
	'node_modules',
	'build',
	'data',
	'test-results',
	'playwright-report',
	'.svelte-kit',
	'.node',
	'.cache',
	'.git'
]);

/** Every file of ours that is text and not generated. */
export function ourFiles(): Source[] {
	return pathsBelow('.')
		.filter((path) => /\.(ts|js|svelte|css|html|json|ya?ml|md|svg)$/.test(path) && !path.endsWith('package-lock.json'))
		.map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

function pathsBelow(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (!entry.isDirectory()) return [path];
		return NOT_OURS.has(entry.name) ? [] : pathsBelow(path);
	});
}

/** Whether it is code of a room, and no test. */
export function isProduction({ path }: Source): boolean {
	return /^(kiosk|display|server|printer|db)\/.*\.(ts|js|svelte)$/.test(path) && !path.endsWith('.test.ts');
}

/** Lines of a text; the newline at its end begins no further one. */
export function lineCount(text: string): number {
	return text.replace(/\n$/, '').split('\n').length;
}

/** The script of a component, on the lines where it stands; other files as they are. */
function scriptOf({ path, text }: Source): string {
	if (!path.endsWith('.svelte')) return text;
	const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)];
	return scripts.map((found) => '\n'.repeat(lineCount(text.slice(0, found.index)) - 1) + (found[1] ?? '')).join('\n');
}

function parsed(source: Source): ts.SourceFile {
	const kind = source.path.endsWith('.js') ? ts.ScriptKind.JS : ts.ScriptKind.TS;
	return ts.createSourceFile(source.path, scriptOf(source), ts.ScriptTarget.Latest, true, kind);
}

function everyNode(root: ts.Node, visit: (node: ts.Node) => void): void {
	visit(root);
	root.forEachChild((child) => {
		everyNode(child, visit);
	});
}

/** All functions of a file that have a block as body. */
export function functionsOf(source: Source): Sized[] {
	const file = parsed(source);
	const found: Sized[] = [];
	everyNode(file, (node) => {
		if (!ts.isFunctionLike(node) || !('body' in node) || !node.body || !ts.isBlock(node.body)) return;
		const from = file.getLineAndCharacterOfPosition(node.getStart()).line;
		const to = file.getLineAndCharacterOfPosition(node.end).line;
		found.push({ where: `${source.path}:${from + 1}`, lines: to - from + 1 });
	});
	return found;
}

/** How often a file says `as` to change a type; `as const` changes none. */
export function assertionsOf(source: Source): number {
	let count = 0;
	everyNode(parsed(source), (node) => {
		if (ts.isAsExpression(node) && node.type.getText() !== 'const') count += 1;
	});
	return count;
}

/** Median, nine tenths, and greatest. */
export function spread(numbers: readonly number[]): { median: number; p90: number; max: number } {
	const sorted = [...numbers].sort((a, b) => a - b);
	const at = (share: number): number => sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0;
	return { median: at(0.5), p90: at(0.9), max: at(1) };
}
