import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What an agent was told when it was enrolled. */
export interface Papers {
	agent: string;
	/** its secret; in this file and nowhere else, never said */
	key: string;
	servers: string[];
	/** the code it was enrolled with, which serves no more */
	code: string;
}

/** Reads what an earlier start has kept; undefined for a machine that is not enrolled. Throws for a damaged file. */
export function readPapers(folder: string): Papers | undefined {
	let text: string;
	try {
		text = readFileSync(join(folder, 'agent.json'), 'utf8');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw error;
	}
	const known = JSON.parse(text) as Partial<Papers>;
	const { agent, key, servers, code } = known;
	if (typeof agent !== 'string' || typeof key !== 'string' || typeof code !== 'string' || !Array.isArray(servers)) {
		throw new Error(`${join(folder, 'agent.json')} is damaged: remove it and enrol this machine again`);
	}
	return { agent, key, servers, code };
}

/** Keeps them for this user alone, whole or not at all. */
export function writePapers(folder: string, papers: Papers): void {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const path = join(folder, 'agent.json');
	writeFileSync(`${path}.new`, `${JSON.stringify(papers)}\n`, { mode: 0o600, flush: true });
	renameSync(`${path}.new`, path);
}
