import { intakesBetween } from '#db/intakes.ts';
import { noticesBetween } from '#db/notices.ts';
import type { NoticeRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Range } from '../figures/figures.ts';
import { windowName } from '../tickets/view.ts';
import type { FigureTable } from '../views.ts';

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
