import { intakesBetween } from '#db/intakes.ts';
import { noticesBetween } from '#db/notices.ts';
import type { NoticeRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Range } from '../figures/figures.ts';
import { windowName } from '../tickets/view.ts';
import type { FigureTable, Text } from '../views.ts';
import { saidIn } from './find.ts';
import { placeOf } from './view.ts';

/** W-03 to W-06 What each window told in writing, second notices by their reasons, and papers that were told too late. */
export async function noticeFigures(hall: Hall, range: Range): Promise<FigureTable> {
	const notices = (await noticesBetween(hall.read, hall.id, range)).filter((one) => one.state !== 'void');
	const intakes = await intakesBetween(hall.read, hall.id, range);
	const told = Map.groupBy(notices, (one) => one.window ?? '');
	const received = Map.groupBy(intakes, (one) => one.window);
	const rows = hall.setup.file.windows.map(({ code }) => {
		const own = told.get(code) ?? [];
		const papers = received.get(code) ?? [];
		return [
			windowName(hall, code),
			own.filter((one) => one.kind === 'missing').length,
			...SECOND.map((reason) => own.filter((one) => one.second_reason === reason).length),
			cameBack(own),
			own.filter((one) => one.kind === 'refusal').length,
			own.filter((one) => one.kind === 'negative').length,
			papers.length,
			papers.filter((one) => one.state === 'deemed').length
		];
	});
	return { ...HEAD, rows };
}

const SECOND = ['rules-changed', 'new-facts', 'our-mistake'] as const;

/** The share of those told what is missing who have come back with it; null where nobody was told. */
function cameBack(own: readonly NoticeRow[]): number | null {
	const missing = own.filter((one) => one.kind === 'missing');
	return missing.length === 0 ? null : missing.filter((one) => one.returned !== null).length / missing.length;
}

const HEAD: Omit<FigureTable, 'rows'> = {
	id: 'notices',
	title: { zh: '书面告知', en: 'Told in writing' },
	note: {
		zh: '一次性告知、再次告知（按原因）、凭告知单返回的比例、不予办理、否定答复、收件和逾期未告知视为受理的件数，按告知和收件的日期计。',
		en: 'One-time notices, second ones by their reasons, the share that came back, refusals, other negative answers, papers received, and those accepted by law because nothing was told in time; by the day they were told or received.'
	},
	columns: [
		{ name: { zh: '窗口', en: 'Window' }, kind: 'text' },
		{ name: { zh: '一次性告知', en: 'Notices' }, kind: 'count' },
		{ name: { zh: '再次：规定变化', en: 'Second: rules changed' }, kind: 'count' },
		{ name: { zh: '再次：新情况', en: 'Second: new facts' }, kind: 'count' },
		{ name: { zh: '再次：我方差错', en: 'Second: our mistake' }, kind: 'count' },
		{ name: { zh: '返回率', en: 'Came back' }, kind: 'share' },
		{ name: { zh: '不予办理', en: 'Refusals' }, kind: 'count' },
		{ name: { zh: '否定答复', en: 'Other no' }, kind: 'count' },
		{ name: { zh: '收件', en: 'Papers received' }, kind: 'count' },
		{ name: { zh: '视为受理', en: 'Accepted by law' }, kind: 'count' }
	]
};

/** W-04 Every second notice with its reason in words, for whoever looks into it; oldest first. */
export async function secondNotices(hall: Hall, range: Range): Promise<FigureTable> {
	const notices = await noticesBetween(hall.read, hall.id, range);
	const rows = notices
		.filter((one) => one.second_reason !== null && one.state !== 'void')
		.map((one) => [...whereOf(hall, one), REASON[one.second_reason ?? 'our-mistake'], one.second_words]);
	return { ...SECOND_HEAD, rows };
}

/** W-06 Every refusal and every other no with its basis and the way onward; oldest first. */
export async function answeredNo(hall: Hall, range: Range): Promise<FigureTable> {
	const notices = await noticesBetween(hall.read, hall.id, range);
	const rows = notices
		.filter((one) => one.kind !== 'missing' && one.state !== 'void')
		.map((one) => [...whereOf(hall, one), ...noOf(hall, one)]);
	return { ...NO_HEAD, rows };
}

/** Day, window, staff number and item of what was told. */
function whereOf(hall: Hall, { day, window, staff, item }: NoticeRow): (string | Text | null)[] {
	return [day, windowName(hall, window ?? ''), staff, hall.setup.items.get(item)?.name ?? item];
}

/** What was said, by which basis, and where to go. */
function noOf(hall: Hall, row: NoticeRow): (string | Text)[] {
	const said = saidIn(row);
	if (said.kind === 'negative') return [said.what, said.basis, placeOf(hall, said.way)];
	if (said.kind === 'missing') return [];
	const all = (of: 'text' | 'basis'): Text => ({
		zh: said.grounds.map((ground) => ground[of].zh).join('；'),
		en: said.grounds.map((ground) => ground[of].en).join('; ')
	});
	return [all('text'), all('basis'), said.appeal];
}

const REASON: Record<(typeof SECOND)[number], Text> = {
	'rules-changed': { zh: '规定变化', en: 'Rules changed' },
	'new-facts': { zh: '新情况', en: 'New facts' },
	'our-mistake': { zh: '我方差错', en: 'Our mistake' }
};

const WHERE: FigureTable['columns'] = [
	{ name: { zh: '日期', en: 'Day' }, kind: 'text' },
	{ name: { zh: '窗口', en: 'Window' }, kind: 'text' },
	{ name: { zh: '工号', en: 'Staff' }, kind: 'text' },
	{ name: { zh: '事项', en: 'Item' }, kind: 'text' }
];

const SECOND_HEAD: Omit<FigureTable, 'rows'> = {
	id: 'second-notices',
	title: { zh: '再次告知明细', en: 'Second notices' },
	note: { zh: '同一事项再次告知的每一件，及其原因。', en: 'Each time the same matter was told once more, and why.' },
	columns: [
		...WHERE,
		{ name: { zh: '原因', en: 'Reason' }, kind: 'text' },
		{ name: { zh: '说明', en: 'In words' }, kind: 'text' }
	]
};

const NO_HEAD: Omit<FigureTable, 'rows'> = {
	id: 'answered-no',
	title: { zh: '不予办理和否定答复明细', en: 'Refusals and negative answers' },
	note: {
		zh: '窗口答复“不能办”的每一件：内容、依据和告知来宾的去处。',
		en: 'Each answer that something cannot be done: what was said, its basis, and the way onward.'
	},
	columns: [
		...WHERE,
		{ name: { zh: '内容', en: 'What was said' }, kind: 'text' },
		{ name: { zh: '依据', en: 'Basis' }, kind: 'text' },
		{ name: { zh: '去处', en: 'Way onward' }, kind: 'text' }
	]
};
