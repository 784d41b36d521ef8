import { parseArgs, type ParseArgsConfig } from 'node:util';

/** One command of `guidedesk`. */
export interface Command {
	/** `key create` */
	name: string;
	/** what follows the name: `--role clerk --label x` */
	usage: string;
	summary: string;
	options: NonNullable<ParseArgsConfig['options']>;
	/** options that may stand without a value; they then read as empty */
	bare?: readonly string[];
	/** how many words follow, at least and at most */
	words: [number, number];
	run: (input: Input) => Promise<number>;
}

export interface Input {
	/** a switch that is set reads `yes` */
	values: Readonly<Record<string, string | undefined>>;
	words: string[];
	print: (line: string) => void;
}

/** What was typed does not fit the command; its usage is shown with the sentence. */
export class Misused extends Error {}

/** Reads what follows a command's name. Throws Misused. */
export function readInput(command: Command, args: string[], print: (line: string) => void): Input {
	try {
		const { values, positionals } = parseArgs({
			args: args.map(filled(command)),
			options: command.options,
			allowPositionals: true
		});
		const [least, most] = command.words;
		if (positionals.length < least || positionals.length > most) throw new Misused('wrong number of words');
		const texts = Object.entries(values).map(([name, value]) => [name, textOf(value)]);
		return { values: Object.fromEntries(texts) as Input['values'], words: positionals, print };
	} catch (error) {
		throw error instanceof Misused ? error : new Misused(error instanceof Error ? error.message : String(error));
	}
}

/** Node knows no option whose value may be left out. */
function filled({ bare = [] }: Command): (word: string, at: number, args: readonly string[]) => string {
	return (word, at, args) => {
		const alone = args[at + 1] === undefined || args[at + 1]?.startsWith('--') === true;
		return alone && bare.some((name) => word === `--${name}`) ? `${word}=` : word;
	};
}

function textOf(value: unknown): string | undefined {
	if (value === true) return 'yes';
	return typeof value === 'string' ? value : undefined;
}
