import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Agent } from '../agent/agent.ts';
import { enrolAt } from '../agent/enrol.ts';
import { Journal } from '../agent/journal.ts';
import { readPapers, writePapers, type Papers } from '../agent/papers.ts';
import { CODE_LIVES_MS, createAgentCode, revokeAgent } from '../agents/enrol.ts';
import { listAgents } from '../agents/list.ts';
import type { RefusedLink } from '../agents/protocol.ts';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { openLog } from '../log.ts';
import { SYSTEM } from '../people/access.ts';
import { Misused, type Command } from './command.ts';
import { withHall } from './with-hall.ts';

/** Exit code of an agent that a person must see to; whoever starts it again by itself leaves it alone. */
const A_PERSON = 3;

const SENTENCES: Record<RefusedLink, string> = {
	'code-wrong': 'the code is wrong: type it as it was shown, or make another with guidedesk agent code',
	'code-used': 'the code has been used: it serves once; make another with guidedesk agent code',
	'code-old': 'the code is too old: it serves for some minutes; make another with guidedesk agent code',
	'too-many-tries': 'too many wrong codes: wait a minute',
	'key-revoked': 'the key of this agent was revoked: enrol it again with a new code',
	'agent-unknown': 'the hall file names no such agent any more',
	'other-version': 'the server has another version of guidedesk: install the same one here',
	replaced: 'another machine is linked with the key of this agent',
	'not-driving': 'the server does not drive the devices of the hall now'
};

const agentRun: Command = {
	name: 'agent',
	usage: '[--server <address>[,<address>]] [--code <code>]',
	summary: 'Drive the devices of this machine for a hall; the code enrols it once, DATA_DIR keeps its key and journal',
	options: { server: { type: 'string' }, code: { type: 'string' } },
	words: [0, 0],
	async run({ values }) {
		const { dataDir, logLevel } = readConfig(process.env);
		const folder = join(dataDir, 'agent');
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		const papers = await papersOf(folder, values['server'], values['code']);
		return drive(folder, papers, logLevel);
	}
};

/** What is kept from before, or what a code brings. */
async function papersOf(folder: string, server: string | undefined, code: string | undefined): Promise<Papers> {
	const kept = readPapers(folder);
	const servers = serversOf(server, kept);
	// A unit file may name the code for ever; another one than it came by enrols the machine anew.
	if (kept && (code === undefined || code === kept.code)) return { ...kept, servers };
	if (code === undefined)
		throw new Misused('this machine is not enrolled: --code is missing; see guidedesk agent code');
	const outcome = await enrolAt(servers[0], code, systemClock);
	if ('why' in outcome) throw new Misused(sentenceOf(outcome.why));
	const papers = { ...outcome, servers, code };
	writePapers(folder, papers);
	return papers;
}

/** The servers of the hall, the one that is asked first before the others. */
function serversOf(typed: string | undefined, kept: Papers | undefined): [string, ...string[]] {
	const [first, ...others] = typed?.split(',').map(addressOf) ?? kept?.servers ?? [];
	if (first === undefined) throw new Misused('--server is missing: the address of the hall, http://10.0.0.5:3000');
	return [first, ...others];
}

function addressOf(typed: string): string {
	const address = URL.parse(typed.trim());
	if (!address || !/^https?:$/.test(address.protocol)) throw new Misused(`${typed} is no address of a server`);
	return address.origin;
}

function sentenceOf(why: string): string {
	return Object.hasOwn(SENTENCES, why) ? SENTENCES[why as RefusedLink] : `the server cannot be reached: ${why}`;
}

/** Drives until it is ended, or must not any more. @returns the exit code */
function drive(folder: string, { key, servers }: Papers, logLevel: string): Promise<number> {
	const log = openLog(logLevel);
	return new Promise((resolve) => {
		const journal = new Journal({
			path: join(folder, 'journal'),
			now: () => systemClock.now(),
			onTrouble: (error) => {
				if (error) log.error({ err: error }, 'the journal cannot be written: what happens is kept in memory');
				else log.info('the journal is written again');
				setImmediate(() => agent.troubled());
			}
		});
		let ending = false;
		const end = (code: number): void => {
			if (ending) return;
			ending = true;
			void agent.close().then(() => resolve(code));
		};
		const onOver = (why: RefusedLink): void => {
			process.stderr.write(`${SENTENCES[why]}\n`);
			end(A_PERSON);
		};
		const agent = new Agent({ servers, key, clock: systemClock, log, journal, onOver });
		for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(0));
	});
}

const agentCode: Command = {
	name: 'agent code',
	usage: '<agent>',
	summary: 'Make the code by which one machine becomes an agent of the hall file; it serves once and soon',
	options: {},
	words: [1, 1],
	run: ({ words, print }) =>
		withHall(async (hall) => {
			const agent = words[0] ?? '';
			const named = hall.setup.file.devices.agents.map(({ code }) => code);
			if (!named.includes(agent))
				throw new Misused(`no agent ${agent} in the hall file: ${named.join(', ') || 'it names none'}`);
			print(await createAgentCode(hall, SYSTEM, agent));
			process.stderr.write(`for ${agent}, once, within ${String(CODE_LIVES_MS / 60_000)} minutes\n`);
			return 0;
		})
};

const agentList: Command = {
	name: 'agent list',
	usage: '',
	summary: 'All agents of the hall file, whether they have a key, and when each was last heard',
	options: {},
	words: [0, 0],
	run: ({ print }) =>
		withHall(async (hall) => {
			for (const { code, name, key, seenAt } of await listAgents(hall)) {
				const seen = seenAt === null ? 'never heard' : new Date(seenAt).toISOString();
				print([code, key, seen, name.zh].join('\t'));
			}
			return 0;
		})
};

const agentRevoke: Command = {
	name: 'agent revoke',
	usage: '<agent>',
	summary: 'Revoke the key of an agent; its link ends within seconds and it drives nothing more',
	options: {},
	words: [1, 1],
	run: ({ words, print }) =>
		withHall(async (hall) => {
			const agent = words[0] ?? '';
			const ended = await revokeAgent(hall, SYSTEM, agent);
			print(ended ? `revoked ${agent}` : `${agent} has no valid key`);
			return ended ? 0 : 1;
		})
};

export const AGENT: Command[] = [agentCode, agentList, agentRevoke, agentRun];
