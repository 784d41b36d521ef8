import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import { DirectAdapter } from './dialect.ts';
import type { Tables } from './schema.ts';

/** Stands in a query for a value that is given later. */
class Slot {
	readonly name: string;
	constructor(name: string) {
		this.name = name;
	}
}

/**
 * A query compiled once and bound at every use: building one with Kysely costs about twice what SQLite needs to run it.
 * The statements of the hot path (issue, call) are made so; all others are built where they are used.
 */
export interface Statement<Input, Row> {
	run(k: Kysely<Tables>, input: Input): Promise<Row[]>;
}

interface Compiled<Row> {
	query: CompiledQuery<Row>;
	parameters: readonly unknown[];
	/** the name of the input that takes the place of each parameter; null for a constant */
	slots: readonly (string | null)[];
}

function compile<Row>(built: Compilable<Row>): Compiled<Row> {
	const query = built.compile();
	const slots = query.parameters.map((value) => (value instanceof Slot ? value.name : null));
	return { query, parameters: query.parameters, slots };
}

type Slots<Input> = { [Name in keyof Input]-?: Input[Name] };

/**
 * Makes a statement. `build` is called once per dialect with an object whose every property stands for the value of that name.
 * @param names the inputs, all of them used in the query
 */
export function statement<Input extends object, Row>(
	names: readonly (keyof Input & string)[],
	build: (k: Kysely<Tables>, slots: Slots<Input>) => Compilable<Row>
): Statement<Input, Row> {
	const compiled = new Map<'sqlite' | 'postgres', Compiled<Row>>();
	// A Slot travels as an opaque parameter; the type says what will take its place.
	const slots = Object.fromEntries(names.map((name) => [name, new Slot(name)])) as unknown as Slots<Input>;
	return {
		async run(k, input) {
			const { adapter } = k.getExecutor();
			const direct = adapter instanceof DirectAdapter ? adapter : undefined;
			const engine = direct ? 'sqlite' : 'postgres';
			const known = compiled.get(engine) ?? compile(build(k, slots));
			compiled.set(engine, known);
			const values = input as Record<string, unknown>;
			const parameters = known.slots.map((name, i) => (name === null ? known.parameters[i] : values[name]));
			// SQLite gives rows of the type the query was built with, as Kysely's own driver would.
			if (direct) return direct.run(known.query.sql, parameters) as Row[];
			const { rows } = await k.executeQuery<Row>({ ...known.query, parameters });
			return rows;
		}
	};
}
