/** What today's visitors and staff need to stay as it is until they have gone. */
import type { HallRow, WindowRow } from '#db/schema.ts';
import type { SetupRows } from '#db/setup.ts';
import type { Text } from '#server/views.ts';

const WORDS = {
	'hall-code': [
		'文件属于另一个大厅，代码是“$”',
		'the file belongs to another hall, "$"',
		'大厅代码不能改；请检查是否拿错了文件',
		'the code of a hall cannot change; is it the right file?'
	],
	'time-zone-in-use': [
		'还有未办结的号，不能改时区为“$”',
		'the time zone cannot become "$" while numbers are open',
		'请在日终后再导入',
		'apply the file after the end of the day'
	],
	'queue-in-use': [
		'队列“$”还有未办结的号，不能取消',
		'the queue "$" still has open numbers',
		'请先办结或转移这些号，或在日终后再导入',
		'finish or transfer them first, or apply the file after the end of the day'
	],
	'item-in-use': [
		'事项“$”还有未办结的号，不能取消',
		'the item "$" still has open numbers',
		'请先办结这些号，或在日终后再导入',
		'finish them first, or apply the file after the end of the day'
	],
	'item-booked': [
		'事项“$”还有未到的预约，不能取消',
		'the item "$" still has appointments to come',
		'请先取消这些预约并告知来宾，或保留该事项到预约日之后',
		'cancel them and tell the visitors, or keep the item until they are over'
	],
	'prefix-in-use': [
		'今天已用前缀“$”发过号，不能改作他用',
		'numbers with the prefix "$" were given today; it must stay with its queue',
		'请在日终后再导入，以免同一天出现相同号码',
		'apply the file after the end of the day, or two visitors would hold one number'
	],
	'window-in-use': ['窗口“$”正在使用，不能取消', 'the window "$" is in use', '请先关闭该窗口', 'close it first'],
	'staff-in-use': [
		'工号“$”正在窗口上，不能取消',
		'the person with number "$" is at a window',
		'请先让其关闭窗口并退出',
		'let them close the window and sign out first'
	]
} as const;

export type ObstacleCode = keyof typeof WORDS;

/** One reason why a sound hall file cannot be applied just now. */
export interface Obstacle {
	code: ObstacleCode;
	/** the queue, window, prefix … it is about */
	subject: string;
	what: Text;
	mend: Text;
}

/** What the hall is doing at this moment. */
export interface Busy {
	hall: HallRow;
	stored: SetupRows;
	/** queue and item of everybody who is still in the hall */
	legs: { queue: string; item: string }[];
	/** items for which somebody has an appointment */
	booked: string[];
	/** queues that gave numbers today */
	numbered: ReadonlySet<string>;
}

/** Everything that a new setup would strand; empty when it may be applied. */
export function obstacles(timeZone: string, wanted: SetupRows, busy: Busy): Obstacle[] {
	const zone = timeZone !== busy.hall.time_zone && busy.legs.length > 0 ? [obstacle('time-zone-in-use', timeZone)] : [];
	const kept = (rows: { code: string }[]): Set<string> => new Set(rows.map((row) => row.code));
	const [queues, items, windows] = [kept(wanted.queues), kept(wanted.items), kept(wanted.windows)];
	const lost = (now: string[], then: Set<string>): string[] => [...new Set(now)].filter((code) => !then.has(code));
	const people = new Set(wanted.staff.map((person) => person.no));
	const used = busy.stored.windows.filter(inUse);
	return [
		...zone,
		...lost(
			busy.legs.map((leg) => leg.queue),
			queues
		).map((code) => obstacle('queue-in-use', code)),
		...lost(
			busy.legs.map((leg) => leg.item),
			items
		).map((code) => obstacle('item-in-use', code)),
		...lost(busy.booked, items).map((code) => obstacle('item-booked', code)),
		...takenPrefixes(wanted, busy).map((prefix) => obstacle('prefix-in-use', prefix)),
		...lost(
			used.map((window) => window.code),
			windows
		).map((code) => obstacle('window-in-use', code)),
		...lost(
			used.flatMap(({ staff }) => (staff === null ? [] : [staff])),
			people
		).map((no) => obstacle('staff-in-use', no))
	];
}

/** The file of another hall. */
export function wrongHall(code: string): Obstacle {
	return obstacle('hall-code', code);
}

function inUse(window: WindowRow): boolean {
	return window.active === 1 && (window.state !== 'closed' || window.leg !== null);
}

/** Prefixes with which numbers were given today and which would go to another queue, or be changed. */
function takenPrefixes(wanted: SetupRows, { stored, numbered }: Busy): string[] {
	const next = new Map(wanted.queues.map((queue) => [queue.prefix, queue.code]));
	const stays = new Map(wanted.queues.map((queue) => [queue.code, queue.prefix]));
	return stored.queues
		.filter(({ code }) => numbered.has(code))
		.filter(({ code, prefix }) => (next.get(prefix) ?? code) !== code || (stays.get(code) ?? prefix) !== prefix)
		.map(({ prefix }) => prefix);
}

function obstacle(code: ObstacleCode, subject: string): Obstacle {
	const [zh, en, mendZh, mendEn] = WORDS[code].map((words) => words.replace('$', () => subject));
	return { code, subject, what: { zh: zh ?? '', en: en ?? '' }, mend: { zh: mendZh ?? '', en: mendEn ?? '' } };
}
