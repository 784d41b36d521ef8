import { addBroadcast, broadcastByIntent, liveBroadcast, saveBroadcast } from '#db/broadcasts.ts';
import { getCase } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import type { BroadcastRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { barsStart } from '../rules/broadcast.ts';
import { barredWording } from '../wording/written.ts';
import { noteBroadcast } from './note.ts';
import { sealedText, textFor, type BroadcastText } from './text.ts';

export interface BroadcastWish {
	/** a text of the hall file; null for a free one */
	code: string | null;
	zh: string;
	en: string;
	/** 演练 */
	drill: boolean;
	/** the incident it belongs to */
	incident: number | null;
	/** a free text goes out as it is, whatever wording is found in it */
	override: boolean;
	intent: string;
}

/** Tells something to the whole hall: every screen, voice and board, until it is ended. What was told before gives way. */
export function startBroadcast(hall: Hall, who: Who, wish: BroadcastWish): Promise<Result<BroadcastRow>> {
	return hall.write(async (tx) => {
		const earlier = await broadcastByIntent(tx.k, tx.hall, wish.intent);
		if (earlier) return done(earlier);
		const told = textFor(hall, wish);
		if (!told.ok) return told;
		const live = await liveBroadcast(tx.k, tx.hall);
		const bars = barsStart(live, { drill: wish.drill, calm: told.value.calm });
		if (bars) return refused(bars, String(live?.id));
		const barred = (await unknownCase(tx, wish)) ?? (await badWording(tx, hall, who, { wish, told: told.value }));
		if (barred) return barred;
		if (live) await replace(tx, hall, who, live);
		return done(await begin(tx, hall, who, { wish, told: told.value }));
	});
}

async function unknownCase(tx: Tx, { incident }: BroadcastWish): Promise<Refused | undefined> {
	if (incident === null) return undefined;
	const row = await getCase(tx.k, tx.hall, incident);
	return row?.kind === 'incident' ? undefined : refused('case-unknown', String(incident));
}

/** Prepared texts were looked at when they were written down. */
async function badWording(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ wish, told }: { wish: BroadcastWish; told: BroadcastText }
): Promise<Refused | undefined> {
	if (told.code !== null) return undefined;
	const texts = [told.text.zh, told.text.en];
	return barredWording(tx, hall, who, {
		kind: 'broadcast',
		texts,
		override: wish.override,
		window: null,
		ticket: null
	});
}

async function replace(tx: Tx, hall: Hall, who: Who, live: BroadcastRow): Promise<void> {
	const row: BroadcastRow = { ...live, ended_by: who.name, ended_at: hall.clock.now(), how: 'replaced' };
	await saveBroadcast(tx.k, row);
	await noteBroadcast(tx, hall, who, { act: 'broadcast.ended', body: { id: live.id, how: 'replaced' } });
}

async function begin(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ wish, told }: { wish: BroadcastWish; told: BroadcastText }
): Promise<BroadcastRow> {
	const { drill, incident, intent } = wish;
	const { code, text, short, calm } = told;
	const { salt, hash } = sealedText(text);
	const body = { code, drill, calm, incident, text: hash };
	const id = await noteBroadcast(tx, hall, who, { act: 'broadcast.started', body });
	const row: BroadcastRow = {
		...{ hall: tx.hall, id, day: today(hall), code, drill: drill ? 1 : 0, calm: calm ? 1 : 0 },
		...{ zh: text.zh, en: text.en, short_zh: short.zh, short_en: short.en, salt, incident },
		...{ started_by: who.name, started_at: hall.clock.now(), ...LIVE, intent }
	};
	await addBroadcast(tx.k, row);
	return row;
}

const LIVE = { asked_by: null, asked_at: null, ended_by: null, ended_at: null, how: null } as const;
