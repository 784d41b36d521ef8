import { checkWording, type Finding } from '#display/words/wording/check.ts';
import type { Tx } from '#db/group.ts';
import { addOverrides } from '#db/opinions.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { refused, type Refused } from '../result.ts';

/** What staff have written to a visitor, about to be sent. */
export interface Written {
	/** what it is: `notice`, `refusal`, `answer`, `say` … */
	kind: string;
	/** everything in it that a person wrote freely */
	texts: readonly (string | null)[];
	/** it goes out as it is, whatever is found in it */
	override: boolean;
	window: string | null;
	ticket: number | null;
}

/**
 * For every verb that writes to visitors: forbidden wording is refused with `wording`, whose detail names the words and a
 * courteous sentence in their place; with `override` it is recorded, and the verb goes on.
 */
export async function barredWording(tx: Tx, hall: Hall, who: Who, written: Written): Promise<Refused | undefined> {
	const findings = written.texts.flatMap((text) => checkWording(text ?? ''));
	const [first] = findings;
	if (!first) return undefined;
	if (!written.override) return refused('wording', detailOf(first));
	await recordOverride(tx, hall, who, { ...written, findings });
	return undefined;
}

function detailOf({ phrase, suggestion, class: name }: Finding): string {
	return `${name}: “${phrase}” → ${suggestion}`;
}

/** Keeps that a text went out with forbidden wording in it: which classes by which clauses, never the words themselves. */
async function recordOverride(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ kind, window, ticket, findings }: Omit<Written, 'texts' | 'override'> & { findings: readonly Finding[] }
): Promise<void> {
	const at = hall.clock.now();
	const day = today(hall);
	const line = await tx.note({
		...{ at, day, act: 'wording.overridden', actor: who.name, ticket, window: null, queue: null },
		body: { kind, window, findings: findings.map((one) => ({ class: one.class, clause: one.clause })) }
	});
	const of = { hall: tx.hall, line, kind, window, staff: who.staff ?? null, day, at };
	await addOverrides(
		tx.k,
		findings.map((one, n) => ({ ...of, n, class: one.class }))
	);
}
