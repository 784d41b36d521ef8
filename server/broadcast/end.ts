import { getBroadcast, liveBroadcast, saveBroadcast } from '#db/broadcasts.ts';
import type { BroadcastRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { answerEnd, askEnd, type BroadcastStep } from '../rules/broadcast.ts';
import { noteBroadcast } from './note.ts';

const MINUTE_MS = 60_000;

export type EndAct = 'ask' | 'confirm' | 'keep';

/** What a person does about the end of a broadcast: asks for it, confirms it as the second person, or keeps it. */
export function endBroadcast(hall: Hall, who: Who, id: number, act: EndAct): Promise<Result<BroadcastRow>> {
	return hall.write(async (tx) => {
		const row = await getBroadcast(tx.k, tx.hall, id);
		if (!row) return refused('broadcast-unknown', String(id));
		const stepped = stepOf(hall, who, row, act);
		if (!stepped.ok) return refused(stepped.refusal, stepped.detail);
		await saveBroadcast(tx.k, stepped.row);
		const { how, asked_by: asked } = stepped.row;
		const body = how === null ? { id } : { id, how, asked };
		await noteBroadcast(tx, hall, who, { act: how === null ? NOTED[act] : 'broadcast.ended', body });
		return done(stepped.row);
	});
}

const NOTED: Record<EndAct, string> = {
	ask: 'broadcast.end-asked',
	confirm: 'broadcast.ended',
	keep: 'broadcast.kept'
};

function stepOf(hall: Hall, who: Who, row: BroadcastRow, act: EndAct): BroadcastStep {
	const person = { name: who.name, staff: who.staff ?? null };
	const { confirmEndMinutes } = hall.setup.policies.incidents.broadcast;
	const when = { at: hall.clock.now(), withinMs: confirmEndMinutes * MINUTE_MS };
	return act === 'ask' ? askEnd(row, person, when) : answerEnd(row, person, { ...when, keep: act === 'keep' });
}

/** An all-clear that everybody has read goes by itself. */
export async function lapseCalm(hall: Hall): Promise<void> {
	const { calmMinutes } = hall.setup.policies.incidents.broadcast;
	const isOver = (row: BroadcastRow | undefined): row is BroadcastRow =>
		row?.calm === 1 && hall.clock.now() >= row.started_at + calmMinutes * MINUTE_MS;
	if (!isOver(await liveBroadcast(hall.read, hall.id))) return;
	await hall.write(async (tx) => {
		const row = await liveBroadcast(tx.k, tx.hall);
		if (!isOver(row)) return;
		const ended: BroadcastRow = { ...row, ended_by: SYSTEM.name, ended_at: hall.clock.now(), how: 'lapsed' };
		await saveBroadcast(tx.k, ended);
		await noteBroadcast(tx, hall, SYSTEM, { act: 'broadcast.ended', body: { id: row.id, how: 'lapsed' } });
	});
}
