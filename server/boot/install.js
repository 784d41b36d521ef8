import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { needRoom, ROOT, run, step } from './steps.js';

/** @typedef {{ version?: string, optional?: boolean, dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} Entry */
/** @typedef {{ packages: Record<string, Entry> }} Lock */

/** Whether what npm noted about node_modules is what package.json and the lock file ask for.
 * @param {Entry} wanted package.json
 * @param {Lock} lock package-lock.json
 * @param {Lock} present node_modules/.package-lock.json, which npm writes when an installation is complete */
export function upToDate(wanted, lock, present) {
	const asked = JSON.stringify([wanted.dependencies, wanted.devDependencies]);
	const locked = JSON.stringify([lock.packages['']?.dependencies, lock.packages['']?.devDependencies]);
	if (asked !== locked) return false;
	return Object.entries(lock.packages).every(([at, entry]) => {
		const here = present.packages[at];
		return at === '' || (here ? here.version === entry.version : entry.optional === true);
	});
}

/** Installs the packages of the lock file, unless they are there already.
 *
 * Without install scripts: all our binaries come inside their packages, and the only scripts would ask for a compiler.
 * @returns {Promise<void>} */
export async function install() {
	const noted = 'node_modules/.package-lock.json';
	const present = existsSync(join(ROOT, noted)) ? lockIn(noted) : { packages: {} };
	if (upToDate(/** @type {Entry} */ (read('package.json')), lockIn('package-lock.json'), present)) return;
	needRoom(500);
	await step('installing packages', () =>
		run('npm', ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'])
	);
}

/** @param {string} file */
const lockIn = (file) => /** @type {Lock} */ (read(file));

/** @param {string} file @returns {unknown} */
function read(file) {
	return JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
}
