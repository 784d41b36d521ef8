/** guidedesk: what an operator does from the shell. */
import { CannotOpen } from '../run/open.ts';
import { AGENT } from './agent.ts';
import { APPOINTMENTS } from './appointments.ts';
import { Misused, readInput, type Command } from './command.ts';
import { DAY } from './day.ts';
import { FORECAST } from './forecast.ts';
import { HALL } from './hall.ts';
import { KNOWLEDGE } from './knowledge.ts';
import { LEDGER } from './ledger.ts';
import { ORDERS } from './orders.ts';
import { PEOPLE } from './people.ts';
import { SIMULATE } from './simulate.ts';
import { SIMULATE_DEVICE } from './simulate-device.ts';
import { STAFFING } from './staffing.ts';
import { VOICE } from './voice.ts';

const serve: Command = {
	name: 'serve',
	usage: '',
	summary: 'Open the hall, as npm start does; PORT, HOST, ORIGIN, DATABASE_URL, HALL_FILE, DATA_DIR, LOG_LEVEL',
	options: {},
	words: [0, 0],
	async run() {
		await import(new URL('../main.js', import.meta.url).href);
		return new Promise<never>(() => undefined);
	}
};

const COMMANDS: Command[] = [
	serve,
	...HALL,
	...PEOPLE,
	...DAY,
	...LEDGER,
	...APPOINTMENTS,
	...SIMULATE,
	...SIMULATE_DEVICE,
	...STAFFING,
	...FORECAST,
	...KNOWLEDGE,
	...ORDERS,
	...VOICE,
	...AGENT
];

/** Where a command writes. */
export interface Terminal {
	out(text: string): void;
	err(text: string): void;
}

/** Does what was typed; resolves to the exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
	const print = (line: string): void => {
		terminal.out(`${line}\n`);
	};
	const command = COMMANDS.find((one) => one.name.split(' ').every((word, i) => args[i] === word));
	const rest = args.slice(command?.name.split(' ').length ?? 0);
	if (!command) return overview(args, print);
	if (rest.includes('--help')) {
		print(`npx guidedesk ${command.name} ${command.usage}\n\n${command.summary}.`);
		return 0;
	}
	try {
		return await command.run(readInput(command, rest, print));
	} catch (error) {
		terminal.err(`${sentence(error)}\n`);
		if (error instanceof Misused) terminal.err(`npx guidedesk ${command.name} ${command.usage}\n`);
		return 1;
	}
}

/** All commands, or those that begin as typed; 0 when help was asked for. */
function overview(args: readonly string[], print: (line: string) => void): number {
	const begun = COMMANDS.filter((one) => one.name.startsWith(args[0] ?? '') && args[0] !== '--help');
	const shown = begun.length > 0 ? begun : COMMANDS;
	const width = Math.max(...shown.map((one) => `${one.name} ${one.usage}`.length));
	print('npx guidedesk <command>; --help after a command explains it\n');
	for (const one of shown) print(`  ${`${one.name} ${one.usage}`.padEnd(width)}  ${one.summary}`);
	return args.length === 0 || args.includes('--help') ? 0 : 1;
}

function sentence(error: unknown): string {
	if (error instanceof Misused || error instanceof CannotOpen) return error.message;
	if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return error.message;
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
