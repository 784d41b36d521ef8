import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Entry {
	version?: string;
	dev?: boolean;
	optionalDependencies?: Record<string, string>;
	[more: string]: unknown;
}

interface Lock {
	packages: Record<string, Entry>;
	[more: string]: unknown;
}

interface Missing {
	parent: string;
	name: string;
	version: string;
}

/** Where package-lock.json is. */
const LOCK_FILE = fileURLToPath(new URL('../../package-lock.json', import.meta.url));

/** The lock file as it is on disk. */
export function readLock(file = LOCK_FILE): Lock {
	return JSON.parse(readFileSync(file, 'utf8')) as Lock;
}

/**
 * The binaries of other platforms that the lock file does not name. npm leaves them out when its registry has only
 * some of the platforms; `npm ci` then refuses the file everywhere.
 */
export function missingBinaries(lock: Lock): Missing[] {
	const named = (parent: string, name: string): boolean =>
		`node_modules/${name}` in lock.packages || `${parent}/node_modules/${name}` in lock.packages;
	return Object.entries(lock.packages).flatMap(([parent, entry]) =>
		Object.entries(entry.optionalDependencies ?? {})
			.filter(([name]) => !named(parent, name))
			.map(([name, version]) => ({ parent, name, version }))
	);
}

/** Reads system, processor and C library from the end of a package's name: `…-linux-arm64-musl`. */
function platform(name: string): { os: string[]; cpu: string[]; libc?: string[] } | undefined {
	const systems = 'android|darwin|freebsd|openbsd|linux|openharmony|win32';
	const found = new RegExp(`(${systems})-([a-z0-9]+)(?:-(gnu|musl|msvc|eabi)\\w*)?$`).exec(name);
	if (!found?.[1] || !found[2]) return undefined;
	const libc = { gnu: 'glibc', musl: 'musl' }[found[3] ?? ''];
	return { os: [found[1]], cpu: [found[2]], ...(libc && found[1] === 'linux' ? { libc: [libc] } : {}) };
}

/** Names them: the exact version that their parent asks for, without a checksum. */
function complete(lock: Lock): Lock {
	for (const { parent, name, version } of missingBinaries(lock)) {
		const where = platform(name);
		if (!where) throw new Error(`${name}: no platform to be read from its name; add it to package-lock.json by hand.`);
		const dev = lock.packages[parent]?.dev === true ? { dev: true } : {};
		lock.packages[`node_modules/${name}`] = { version, ...dev, optional: true, ...where };
	}
	const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
	return { ...lock, packages: Object.fromEntries(sorted) };
}

if (import.meta.main) writeFileSync(LOCK_FILE, `${JSON.stringify(complete(readLock()), null, '\t')}\n`);
