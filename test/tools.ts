import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that nobody here wrote, which judges what ours does. */
interface Tool {
	/** Debian's packages. */
	debian: string[];
	installed(): boolean;
}

const onPath = (name: string): boolean =>
	(process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

const program = (name: string, debian = name): Tool => ({ debian: [debian], installed: () => onPath(name) });

/** Debian's own Python, which has Debian's packages, whatever else is first on PATH. */
export const PYTHON = '/usr/bin/python3';

/** The referees, by the name that tests use. */
export const TOOLS = {
	socat: program('socat'),
	zbarimg: program('zbarimg', 'zbar-tools'),
	'espeak-ng': program('espeak-ng'),
	sox: program('sox'),
	mbpoll: program('mbpoll'),
	tshark: program('tshark'),
	iconv: program('iconv', 'libc-bin'),
	pymodbus: {
		debian: ['python3-pymodbus', 'python3-serial-asyncio'],
		installed: () => existsSync(PYTHON) && succeeds(PYTHON, '-c', 'import pymodbus, serial_asyncio')
	},
	'noto-cjk': { debian: ['fonts-noto-cjk'], installed: () => onPath('fc-list') && listsChinese() }
} satisfies Record<string, Tool>;

/**
 * Whether a referee is there. A test that needs one says so, and is counted and named as skipped where it is missing:
 * `test.skipIf(!has('socat'))('a cable pulled out is noticed', …)`.
 */
export function has(name: keyof typeof TOOLS): boolean {
	return TOOLS[name].installed();
}

function succeeds(command: string, ...args: string[]): boolean {
	try {
		execFileSync(command, args, { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

function listsChinese(): boolean {
	return execFileSync('fc-list', [':lang=zh-cn', 'family']).length > 0;
}
