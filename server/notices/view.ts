import type { NoticeRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, type Result } from '../result.ts';
import type { NoticeLine, Way } from '../rules/notice.ts';
import { zoneOfQueue } from '../setup/places.ts';
import { closedBecause } from '../tickets/issue.ts';
import { windowName } from '../tickets/view.ts';
import type { NoticeLineView, NoticeView, Text } from '../views.ts';
import { returnOf } from './back.ts';
import { lookUp, saidIn } from './find.ts';

const NOWHERE: Text = { zh: '', en: '' };

/** Where visitors reach the page of a notice. */
export function linkOf(hall: Hall, { code }: Pick<NoticeRow, 'code'>): string {
	return `${hall.origin}/n/${code}`;
}

/** A notice for whoever has its code; refused where there is none, or somebody guesses too much. */
export async function noticeView(
	hall: Hall,
	who: Who,
	code: string,
	device: string | null = null
): Promise<Result<NoticeView>> {
	const found = await lookUp(hall, who, code, device);
	return found.ok ? done(await viewOf(hall, found.value)) : found;
}

/** The same, of a row at hand. */
async function viewOf(hall: Hall, row: NoticeRow): Promise<NoticeView> {
	return {
		code: row.code,
		kind: row.kind,
		state: row.state,
		second: row.earlier !== null,
		day: row.day,
		givenAt: row.created_at,
		item: hall.setup.items.get(row.item)?.name ?? NOWHERE,
		window: windowName(hall, row.window ?? ''),
		staff: row.staff ?? '',
		zone: zoneOf(hall, row.queue),
		dueDay: row.due_day,
		overdue: row.due_day !== null && row.due_day < today(hall),
		unsolved: unsolvedWindows(hall),
		back: await backOf(hall, row),
		link: linkOf(hall, row),
		...toldIn(hall, row)
	};
}

function toldIn(hall: Hall, row: NoticeRow): Pick<NoticeView, 'lines' | 'grounds' | 'appeal' | 'answer'> {
	const nothing = { lines: [], grounds: [], appeal: null, answer: null };
	const said = saidIn(row);
	if (said.kind === 'missing') return { ...nothing, lines: said.lines.map(lineView) };
	if (said.kind === 'refusal') return { ...nothing, grounds: said.grounds, appeal: said.appeal };
	const { what, basis, way } = said;
	return { ...nothing, answer: { what, basis, way: way.kind, place: placeOf(hall, way) } };
}

/** A line as pages draw it. */
export function lineView({ name, kind, copies, note, where, sample, basis, came }: NoticeLine): NoticeLineView {
	return { name, kind, copies, note, where, sample, basis, came: came !== null };
}

/** Where somebody is sent who was told no. */
export function placeOf(hall: Hall, way: Way): Text {
	if (way.kind === 'window') return windowName(hall, way.to ?? '');
	if (way.kind === 'office') return { zh: way.words ?? '', en: way.words ?? '' };
	const windows = unsolvedWindows(hall);
	return { zh: windows.join('、'), en: windows.join(', ') };
}

/** The windows that take what no window could solve; none in a hall without them. */
export function unsolvedWindows(hall: Hall): string[] {
	const queue = hall.setup.policies.notice.unsolvedQueue;
	return queue === null ? [] : [...hall.setup.windowsServing(queue)];
}

function zoneOf(hall: Hall, queue: string): NoticeView['zone'] {
	const zone = hall.setup.queues.has(queue) ? hall.setup.zones.get(zoneOfQueue(hall.setup, queue)) : undefined;
	return { name: zone?.name ?? NOWHERE, place: zone?.place ?? NOWHERE };
}

async function backOf(hall: Hall, row: NoticeRow): Promise<NoticeView['back']> {
	const item = hall.setup.items.get(row.item);
	if (row.kind !== 'missing' || !item || (row.state !== 'open' && row.state !== 'complete')) return null;
	const living = await returnOf(hall, row);
	const first = row.returned === null;
	const { returnHeadStartMinutes } = hall.setup.policies.notice;
	return {
		sameDay: first && row.day === today(hall),
		headStartMinutes: first && today(hall) <= (row.due_day ?? '') ? returnHeadStartMinutes : 0,
		closedBecause: closedBecause(hall, item, hall.clock.now()),
		// Its token is only for whoever takes it: a notice may be in many hands.
		ticket: living && { number: living.ticket.number }
	};
}
