import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, step } from './steps.js';

/** What the built pages and the built server are made of. */
const SOURCES = [
	'db',
	'display',
	'kiosk',
	'printer',
	'server',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts'
];
const STAMP = 'build/.made-of';

/** Builds pages and server for production, unless nothing they are made of has changed.
 * @param {string} node the Node to build with
 * @returns {Promise<void>} */
export async function build(node) {
	const sources = fingerprint(ROOT, SOURCES);
	const stamp = join(ROOT, STAMP);
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
	await step('building pages and server', () => run(node, ['node_modules/vite/bin/vite.js', 'build']));
	writeFileSync(stamp, sources);
}

/** One line that changes with every name and every byte below the paths; tests do not count.
 * @param {string} root a folder
 * @param {string[]} paths files and folders in it
 * @returns {string} */
export function fingerprint(root, paths) {
	const hash = createHash('sha256');
	for (const path of paths) {
		for (const file of filesBelow(root, path)) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
	}
	return hash.digest('hex');
}

/** @param {string} root @param {string} path @returns {string[]} */
function filesBelow(root, path) {
	if (/\.(test|spec)\.ts$|\.md$/.test(path)) return [];
	const entries = folderAt(join(root, path));
	if (!entries) return [path];
	return entries.sort().flatMap((name) => filesBelow(root, `${path}/${name}`));
}

/** @param {string} path @returns {string[] | undefined} undefined: not a folder */
function folderAt(path) {
	try {
		return readdirSync(path);
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOTDIR') return undefined;
		throw error;
	}
}
