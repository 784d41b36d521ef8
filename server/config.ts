import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Where a hall runs and with what; every value has a default, so nothing needs to be set. */
export interface Config {
	port: number;
	host: string | undefined;
	/** the address that stands in QR codes; found out when not given */
	origin: string | undefined;
	databaseUrl: string;
	/** the file that opens a new hall */
	hallFile: string;
	dataDir: string;
	logLevel: string;
	/** commits may be lost with the machine: for simulated days only */
	relaxed?: boolean;
	/** the folder of this program */
	root: string;
}

/** Reads the environment. Paths are taken from the folder the program was started in. */
export function readConfig(env: NodeJS.ProcessEnv, root = programRoot()): Config {
	const dataDir = resolve(env['DATA_DIR'] ?? './data');
	return {
		port: Number(env['PORT'] ?? 3000),
		host: env['HOST'],
		origin: env['ORIGIN'],
		databaseUrl: env['DATABASE_URL'] ?? `sqlite:${join(dataDir, 'hall.db')}`,
		hallFile: resolve(env['HALL_FILE'] ?? join(root, 'hall.yaml')),
		dataDir,
		logLevel: env['LOG_LEVEL'] ?? 'info',
		root
	};
}

/** Built code lies deeper than its source; both lie below the folder of package.json with the voice packs beside it. */
function programRoot(): string {
	let folder = import.meta.dirname;
	while (!existsSync(join(folder, 'package.json')) || !existsSync(join(folder, 'hall.yaml'))) {
		const above = dirname(folder);
		if (above === folder) return process.cwd();
		folder = above;
	}
	return folder;
}
