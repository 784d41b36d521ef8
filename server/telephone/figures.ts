import { countPhoneActs, phoneCallsBetween } from '#db/phone-calls.ts';
import { seatSpans } from '#db/phone-seats.ts';
import { SEAT_STATES, type PhoneCallRow } from '#db/schema.ts';
import type { Figures, Range } from '../figures/figures.ts';
import type { Hall } from '../hall.ts';
import type { FigureTable, Text } from '../views.ts';
import { seatTimes } from './view.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

function callsIn(hall: Hall, { from, to }: Range): Promise<PhoneCallRow[]> {
	return phoneCallsBetween(hall.read, { hall: hall.id, from, to });
}

function share(part: number, whole: number): number | null {
	return whole === 0 ? null : part / whole;
}

/** P-01 Of the calls of each day: how many were answered, in time, after an apology, not at all. */
async function answering(hall: Hall, range: Range): Promise<FigureTable> {
	const days = Map.groupBy(await callsIn(hall, range), ({ day }) => day);
	const rows = [...days].map(([day, calls]) => {
		const over = calls.filter(({ state }) => state !== 'ringing');
		const answered = over.filter((row) => row.answered_at !== null);
		const late = answered.filter((row) => row.late === 1).length;
		const rang = answered.reduce((sum, row) => sum + (row.answered_at ?? 0) - row.rang_at, 0);
		const mean = answered.length === 0 ? null : rang / answered.length / SECOND_MS;
		const missed = over.length - answered.length;
		const inTime = answered.length - late;
		const shares = [share(answered.length, over.length), share(inTime, answered.length)];
		return [day, over.length, answered.length, missed, ...shares, late, mean];
	});
	const { connectShare, lateSeconds } = hall.setup.policies.telephone;
	return { ...ANSWERING, note: noteOf(connectShare, lateSeconds), rows };
}

function noteOf(connectShare: number, seconds: number): Text {
	const percent = String(Math.round(connectShare * 100));
	return {
		zh: `接通率目标不低于 ${percent}%；振铃 ${String(seconds)} 秒内接听为及时，超过的须致歉。`,
		en: `At least ${percent} % of calls are to be answered, each within ${String(seconds)} s; later ones begin with an apology.`
	};
}

const ANSWERING: Omit<FigureTable, 'rows' | 'note'> = {
	id: 'telephone',
	title: { zh: '电话接听', en: 'Telephone: answering' },
	columns: [
		{ name: { zh: '日期', en: 'Day' }, kind: 'text' },
		{ name: { zh: '来电', en: 'Calls' }, kind: 'count' },
		{ name: { zh: '接听', en: 'Answered' }, kind: 'count' },
		{ name: { zh: '未接', en: 'Missed' }, kind: 'count' },
		{ name: { zh: '接通率', en: 'Share answered' }, kind: 'share' },
		{ name: { zh: '及时接听率', en: 'In time' }, kind: 'share' },
		{ name: { zh: '迟接致歉', en: 'Late' }, kind: 'count' },
		{ name: { zh: '平均振铃（秒）', en: 'Mean ring (s)' }, kind: 'mean' }
	]
};

/** P-02 The calls by the class they were summed up as; last, those that are not summed up. */
async function classes(hall: Hall, range: Range): Promise<FigureTable> {
	const answered = (await callsIn(hall, range)).filter((row) => row.answered_at !== null);
	const by = Map.groupBy(answered, (row) => row.class ?? '');
	const known = hall.setup.policies.telephone.classes;
	const names = new Map<string, Text>([...known.map(({ code, name }): [string, Text] => [code, name]), ['', OPEN]]);
	const order = [...new Set([...names.keys(), ...by.keys()])].filter((code) => by.has(code));
	const rows = order.map((code) => {
		const calls = by.get(code) ?? [];
		const talked = calls.reduce((sum, row) => sum + (row.ended_at ?? row.answered_at ?? 0) - (row.answered_at ?? 0), 0);
		const held = calls.reduce((sum, row) => sum + row.held_ms, 0);
		const each = calls.length * SECOND_MS;
		const name = names.get(code) ?? { zh: code, en: code };
		return [name, calls.length, share(calls.length, answered.length), talked / each, held / each];
	});
	return { ...CLASSES, rows };
}

const OPEN: Text = { zh: '未小结', en: 'Not summed up' };

const CLASSES: Omit<FigureTable, 'rows'> = {
	id: 'telephone-classes',
	title: { zh: '电话分类', en: 'Telephone: classes' },
	note: { zh: '接听的来电按通话小结分类。', en: 'Answered calls by what they were summed up as.' },
	columns: [
		{ name: { zh: '分类', en: 'Class' }, kind: 'text' },
		{ name: { zh: '来电', en: 'Calls' }, kind: 'count' },
		{ name: { zh: '占比', en: 'Share' }, kind: 'share' },
		{ name: { zh: '平均通话（秒）', en: 'Mean talk (s)' }, kind: 'mean' },
		{ name: { zh: '平均保持（秒）', en: 'Mean hold (s)' }, kind: 'mean' }
	]
};

/** P-03 P-04 P-06 P-08 What was done in calls, beside talking. */
async function acts(hall: Hall, { from, to }: Range): Promise<FigureTable> {
	const counts = new Map((await countPhoneActs(hall.read, { hall: hall.id, from, to })).map(({ act, n }) => [act, n]));
	const row = ACT_COLUMNS.map(({ act }) => counts.get(act) ?? 0);
	const columns = ACT_COLUMNS.map(({ name }) => ({ name, kind: 'count' as const }));
	return { ...ACTS, columns, rows: counts.size === 0 ? [] : [row] };
}

const ACT_COLUMNS = [
	{ act: 'referred', name: { zh: '告知正确号码', en: 'Right number told' } },
	{ act: 'transferred', name: { zh: '转接', en: 'Transferred' } },
	{ act: 'transfer-failed', name: { zh: '转接未成', en: 'Transfers that failed' } },
	{ act: 'checked', name: { zh: '核实身份', en: 'Identity checked' } },
	{ act: 'record-read', name: { zh: '查询办件', en: 'Records read' } },
	{ act: 'case-opened', name: { zh: '转为个案', en: 'Cases opened' } },
	{ act: 'media-led', name: { zh: '媒体引导', en: 'Journalists led on' } },
	{ act: 'answer-sent', name: { zh: '发送答复', en: 'Answers sent' } }
] as const;

const ACTS: Omit<FigureTable, 'rows' | 'columns'> = {
	id: 'telephone-acts',
	title: { zh: '电话处理', en: 'Telephone: what was done' },
	note: { zh: '按来电当日统计。', en: 'By the day of the call.' }
};

/** P-09 How long each member of staff was ready, not ready, talking, summing up. */
async function seats(hall: Hall, { fromAt, untilAt }: Range): Promise<FigureTable> {
	const spans = await seatSpans(hall.read, { hall: hall.id, fromAt, untilAt });
	const rows: FigureTable['rows'] = [];
	for (const staff of [...new Set(spans.map((span) => span.staff))].toSorted()) {
		const times = await seatTimes(hall, { fromAt, untilAt, staff });
		const shown = SEAT_STATES.filter((state) => state !== 'signed-off');
		rows.push([staff, ...shown.map((state) => times[state] / MINUTE_MS)]);
	}
	return { ...SEATS, rows };
}

const SEATS: Omit<FigureTable, 'rows'> = {
	id: 'telephone-seats',
	title: { zh: '坐席状态', en: 'Telephone: seats' },
	note: { zh: '各状态的时长。', en: 'How long in each state.' },
	columns: [
		{ name: { zh: '工号', en: 'Staff number' }, kind: 'text' },
		{ name: { zh: '示闲', en: 'Ready' }, kind: 'minutes' },
		{ name: { zh: '示忙', en: 'Not ready' }, kind: 'minutes' },
		{ name: { zh: '通话', en: 'Talking' }, kind: 'minutes' },
		{ name: { zh: '整理', en: 'Wrap-up' }, kind: 'minutes' }
	]
};

export const TELEPHONE_FIGURES: readonly Figures[] = [answering, classes, acts, seats];
