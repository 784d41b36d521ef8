import { getNotice, noticeByCode } from '#db/notices.ts';
import type { NoticeRow } from '#db/schema.ts';
import { byTypedCode } from '../codes/guess.ts';
import { today, type Hall } from '../hall.ts';
import { newest, noticeOf, type K } from '../intake/matter.ts';
import type { Who } from '../people/who.ts';
import type { Result } from '../result.ts';
import { addDays } from '../rules/day.ts';
import { readVisitorCode } from '../rules/visitor-code.ts';
import type { MissingBody, NegativeBody, NoticeLine, RefusalBody } from '../rules/notice.ts';
import type { Held } from '../tickets/held.ts';

/** The notice of a code, as whoever looks may try. A notice that another one replaces leads there. */
export function lookUp(hall: Hall, who: Who, code: string, device: string | null): Promise<Result<NoticeRow>> {
	const find = (read: string): Promise<NoticeRow | undefined> => byCode({ k: hall.read, hall: hall.id }, read);
	return byTypedCode(hall, who, { typed: { code, device }, unknown: 'notice-unknown' }, find);
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
	const code = shown === null ? undefined : readVisitorCode(shown);
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
