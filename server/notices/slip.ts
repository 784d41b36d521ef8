import { getNotice } from '#db/notices.ts';
import type { NoticeRow, SlipRow, TicketRow } from '#db/schema.ts';
import { textIn, words, type Lang } from '#display/words/index.ts';
import { joined } from '#display/words/joined.ts';
import type { SlipLine } from '#printer/slips/lines.ts';
import { noticeSlip, type NoticeFacts } from '#printer/slips/notice.ts';
import type { Hall } from '../hall.ts';
import { localText } from '../rules/day.ts';
import { codeText } from '../rules/visitor-code.ts';
import type { NoticeLine } from '../rules/notice.ts';
import { designOf } from '../slips/design.ts';
import { windowName } from '../tickets/view.ts';
import type { Text } from '../views.ts';
import { saidIn } from './find.ts';
import { linkOf, placeOf, unsolvedWindows } from './view.ts';

/** The lines of the slip of a notice, for paper of so many columns. */
export async function noticeSlipLines(
	hall: Hall,
	slip: SlipRow,
	ticket: TicketRow,
	{ lang, columns }: { lang: Lang; columns: number }
): Promise<SlipLine[]> {
	const { notice: id, ...given } = JSON.parse(slip.body) as { notice: number } & Pick<NoticeRow, 'window' | 'staff'>;
	const row = await getNotice(hall.read, hall.id, id);
	if (!row) throw new Error(`slip ${String(slip.id)} is of no notice`);
	const w = words(lang).notice;
	const item = hall.setup.items.get(row.item);
	const window = textIn(lang, windowName(hall, given.window ?? ''));
	const facts: NoticeFacts = {
		hall: textIn(lang, hall.setup.file.hall.name),
		title: w.title[row.kind],
		lead: w.lead[row.kind],
		facts: [
			[w.item, item ? textIn(lang, item.name) : row.item],
			[w.number, ticket.number],
			[w.at, localText(slip.created_at, hall.setup.timeZone)],
			['', w.windowStaff({ window, staff: given.staff ?? '' })]
		],
		code: codeText(row.code),
		link: linkOf(hall, row),
		reprint: slip.reprint_of !== null,
		...told(hall, row, lang)
	};
	return noticeSlip(facts, w, columns, designOf(hall, 'notice', lang));
}

type Told = Pick<NoticeFacts, 'entries' | 'due' | 'after'>;

function told(hall: Hall, row: NoticeRow, lang: Lang): Told {
	const w = words(lang).notice;
	const said = saidIn(row);
	if (said.kind === 'missing') return missing(hall, row, { lines: said.lines, lang });
	if (said.kind === 'refusal') {
		const entries = said.grounds.map(({ text, basis }) => ({
			text: textIn(lang, text),
			below: [w.basis({ basis: textIn(lang, basis) })]
		}));
		const windows = unsolvedWindows(hall);
		const way = windows.length === 0 ? '' : ` ${w.unsolved({ windows: windows.join(words(lang).marks.list) })}`;
		return { entries, due: null, after: [{ heading: w.appeal, text: textIn(lang, said.appeal) + way }] };
	}
	const entries = [{ text: said.what, below: [w.basis({ basis: said.basis })] }];
	const { way } = said;
	const place = way.kind === 'office' ? (way.words ?? '') : textIn(lang, placeOf(hall, way));
	return { entries, due: w.way[way.kind]({ place }), after: [] };
}

function missing(hall: Hall, row: NoticeRow, { lines, lang }: { lines: readonly NoticeLine[]; lang: Lang }): Told {
	const w = words(lang).notice;
	const minutes = hall.setup.policies.notice.returnHeadStartMinutes;
	const first = row.returned === null ? [w.sameDay, w.laterDay({ minutes })] : [];
	const how = [w.comeBackHow, ...first].join(words(lang).marks.sentence);
	return {
		entries: lines.filter((line) => line.came === null).map((line) => entryOf(line, lang)),
		due: w.due({ day: row.due_day ?? '' }),
		after: [
			...(row.earlier === null ? [] : [{ heading: null, text: w.second }]),
			{ heading: w.comeBack, text: how },
			{ heading: null, text: w.law }
		]
	};
}

/** A line as it is printed: the paper, and below it what is known of it. */
function entryOf(line: NoticeLine, lang: Lang): Told['entries'][number] {
	const w = words(lang);
	const said = (text: Text | null, how: (one: string) => string): string[] =>
		text === null ? [] : [how(textIn(lang, text))];
	const kind = line.kind && w.notice.paper({ kind: w.common.materialKind[line.kind], copies: line.copies });
	return {
		text: joined(textIn(lang, line.name), kind, line.note && textIn(lang, line.note)),
		below: [
			...said(line.where, (where) => w.notice.where({ where })),
			...said(line.sample, (sample) => w.notice.sample({ sample })),
			...(line.basis === null ? [] : [w.notice.basis({ basis: line.basis })])
		]
	};
}
