/**
 * What is told to the whole hall at once 应急广播. Pure.
 *
 * LIVE: on every screen, voice and board. One at a time; another one takes its place, but for two: a drill never takes the
 *   place of a real one, and an all-clear never of an alert, which would end it by one person.
 * ASKED: live, and one person wants it ended. Another person confirms within the policy's time, or says that it stays;
 *   after that time the wish has lapsed, and anybody may ask anew.
 * OVER: two persons ended it, another took its place, or, of an all-clear, its time was over or one person took it away.
 */
import type { BroadcastRow } from '#db/schema.ts';
import type { RefusalCode } from './refusal.ts';

/** A member of staff, as the ledger names him; null is a program, which cannot end an alert. */
export interface BroadcastPerson {
	name: string;
	staff: string | null;
}

export type BroadcastStep = { ok: true; row: BroadcastRow } | { ok: false; refusal: RefusalCode; detail?: string };

/** Why one cannot be started while another is live. */
export function barsStart(
	live: Pick<BroadcastRow, 'drill' | 'calm'> | undefined,
	wish: { drill: boolean; calm: boolean }
): RefusalCode | undefined {
	if (!live || live.calm === 1) return undefined;
	if (wish.calm) return 'broadcast-live';
	return wish.drill && live.drill === 0 ? 'broadcast-live' : undefined;
}

/** Whether the wish to end it still waits for its second person at `at`. */
export function isAsked({ asked_at: asked }: Pick<BroadcastRow, 'asked_at'>, at: number, withinMs: number): boolean {
	return asked !== null && at <= asked + withinMs;
}

const no = (refusal: RefusalCode, detail?: string): BroadcastStep =>
	detail === undefined ? { ok: false, refusal } : { ok: false, refusal, detail };

/** The first of two persons wants it ended. An all-clear ends at once. */
export function askEnd(
	row: BroadcastRow,
	{ name, staff }: BroadcastPerson,
	{ at, withinMs }: { at: number; withinMs: number }
): BroadcastStep {
	if (row.ended_at !== null) return no('broadcast-over');
	if (row.calm === 1) return { ok: true, row: { ...row, ended_by: name, ended_at: at, how: 'cleared' } };
	if (staff === null) return no('broadcast-person');
	if (isAsked(row, at, withinMs))
		return no(row.asked_by === name ? 'same-person' : 'broadcast-asked', row.asked_by ?? '');
	return { ok: true, row: { ...row, asked_by: name, asked_at: at } };
}

/** The second person confirms the end, or says that it stays (`keep`): whoever asked may take that back as well. */
export function answerEnd(
	row: BroadcastRow,
	{ name, staff }: BroadcastPerson,
	{ at, withinMs, keep }: { at: number; withinMs: number; keep: boolean }
): BroadcastStep {
	if (row.ended_at !== null) return no('broadcast-over');
	if (staff === null) return no('broadcast-person');
	if (!isAsked(row, at, withinMs)) return no('broadcast-not-asked');
	if (keep) return { ok: true, row: { ...row, asked_by: null, asked_at: null } };
	if (row.asked_by === name) return no('same-person', name);
	return { ok: true, row: { ...row, ended_by: name, ended_at: at, how: 'confirmed' } };
}

/** Whether nobody is called to a window while it is live: an alert, drill or not, wants people elsewhere. */
export function holdsCalls(live: Pick<BroadcastRow, 'calm'> | undefined): boolean {
	return live !== undefined && live.calm === 0;
}

/** What a free text may be: short enough to be read at a glance, and on a phone. */
const MOST = { zh: 60, en: 140 };

/** Why a free text cannot be broadcast; undefined when it can. Which characters the boards have is the caller's to know. */
export function barsText(text: { zh: string; en: string }): { refusal: RefusalCode; detail: string } | undefined {
	if (text.zh.trim() === '') return { refusal: 'text-needed', detail: 'zh' };
	for (const lang of ['zh', 'en'] as const) {
		if ([...text[lang]].length > MOST[lang])
			return { refusal: 'broadcast-long', detail: `${lang} ${String(MOST[lang])}` };
	}
	const strange = [...text.en].filter((sign) => sign < ' ' || sign > '~');
	return strange.length === 0 ? undefined : { refusal: 'broadcast-signs', detail: [...new Set(strange)].join(' ') };
}
