import { getNotice, noticeByCode } from '#db/notices.ts';
import type { NoticeRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { newest, noticeOf, type K } from '../intake/matter.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { addDays } from '../rules/day.ts';
import { readNoticeCode } from '../rules/notice-code.ts';
import type { MissingBody, NegativeBody, NoticeLine, RefusalBody } from '../rules/notice.ts';
import type { Held } from '../tickets/held.ts';

/** All who guess together may be wrong so many times as often as one kiosk. */
const ALL_TOGETHER = 20;

/**
 * The notice of a code, as whoever looks may try: one that fails its check is no guess, and after too many wrong ones
 * nobody gets an answer for a minute. A notice that another one replaces leads there.
 */
export async function lookUp(hall: Hall, who: Who, typed: string, device: string | null): Promise<Result<NoticeRow>> {
	const code = readNoticeCode(typed);
	if (code === undefined) return refused('notice-unknown');
	const name = `notice ${who.name} ${device ?? ''}`;
	const most = hall.setup.policies.limits.wrongCodesPerMinute;
	// All visitors are one name: their pages may be wrong as often as many kiosks.
	const own = who.role === 'visitor' && device === null ? most * ALL_TOGETHER : most;
	if (hall.tries.count(name) >= own || hall.tries.count('notice') >= most * ALL_TOGETHER) {
		return refused('too-many-tries');
	}
	const found = await byCode({ k: hall.read, hall: hall.id }, code);
	if (found) return done(found);
	hall.tries.wrong(name);
	hall.tries.wrong('notice');
	return refused('notice-unknown');
}

/** The newest notice that a code leads to; undefined for nobody's. */
export async function byCode({ k, hall }: K, code: string): Promise<NoticeRow | undefined> {
	const row = await noticeByCode(k, hall, code);
	return row && newest({ k, hall }, row);
}

/**
 * The notice that was given before in the matter of a ticket: by the code it came back with, by whose matter it is, or by
 * the code that the visitor shows at the window. Undefined when there is none that still counts.
 */
export async function earlierNotice(
	tx: K,
	hall: Hall,
	{ ticket, leg }: Held,
	shown: string | null
): Promise<NoticeRow | undefined> {
	const own = await noticeOf(tx, hall, ticket, leg.item);
	if (own) return counts(hall, await newest(tx, own));
	const code = shown === null ? undefined : readNoticeCode(shown);
	const row = code === undefined ? undefined : await byCode(tx, code);
	return row?.item === leg.item ? counts(hall, row) : undefined;
}

function counts(hall: Hall, row: NoticeRow): NoticeRow | undefined {
	const from = addDays(today(hall), -hall.setup.policies.notice.secondWithinDays);
	const lives = row.state === 'open' || row.state === 'complete';
	return row.kind === 'missing' && lives && row.day >= from ? row : undefined;
}

/** What a notice says, by its kind. */
export function saidIn(
	row: Pick<NoticeRow, 'kind' | 'body'>
): ({ kind: 'missing' } & MissingBody) | ({ kind: 'refusal' } & RefusalBody) | ({ kind: 'negative' } & NegativeBody) {
	// Only server/notices/write.ts writes a body, by the kind that stands beside it.
	return { kind: row.kind, ...(JSON.parse(row.body) as MissingBody & RefusalBody & NegativeBody) };
}

/** The lines of a notice of missing papers; none of another kind. */
export function linesOf(row: Pick<NoticeRow, 'kind' | 'body'>): NoticeLine[] {
	const said = saidIn(row);
	return said.kind === 'missing' ? said.lines : [];
}

/** A notice by its number. Throws for one that is not there. */
export async function noticeAt({ k, hall }: K, id: number): Promise<NoticeRow> {
	const row = await getNotice(k, hall, id);
	if (!row) throw new Error(`no notice ${String(id)}`);
	return row;
}
