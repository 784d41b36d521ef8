import { expect, test } from 'vitest';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { faultLine, readHall, type Fault } from './read.ts';

function faultsOf(text: string): Fault[] {
	const read = readHall(text);
	return read.ok ? [] : read.faults;
}

/** The small hall with one thing replaced; fails when that thing is not there. */
function bent(from: string, to: string): string {
	expect(SMALL_HALL).toContain(from);
	return SMALL_HALL.replace(from, () => to);
}

function lineOf(text: string, mark: string): number {
	const at = text.indexOf(mark);
	expect(at).toBeGreaterThanOrEqual(0);
	return text.slice(0, at).split('\n').length;
}

test('a sound file has no faults and its defaults are filled in', () => {
	const read = readHall(SMALL_HALL.replace(/ {2}noShow: .*\n/, ''));
	expect(read.ok ? [] : read.faults.map((fault) => faultLine(fault, 'en'))).toEqual([]);
	if (!read.ok) return;
	const { file } = read;
	expect(file.policies.noShow).toEqual({
		recalls: 3,
		everySeconds: 20,
		assistedSeconds: 60,
		deliveredOnly: true,
		automatic: false,
		returnWithinMinutes: 30,
		returnBehind: 2
	});
	expect(file.policies.demo).toBeNull();
	expect(file.policies.access).toEqual({ kiosk: 'enrolled', display: 'enrolled' });
	expect(file.hours.monday).toEqual([
		{ from: 540, to: 720 },
		{ from: 810, to: 1020 }
	]);
	expect(file.hours.sunday).toEqual([]);
	expect(file.windows[0]).toMatchObject({ code: '1', name: { zh: '1号窗口', en: 'Window 1' }, accessible: false });
	expect(file.windows[1]?.queues).toEqual([
		{ queue: 'social', headStartMinutes: 5 },
		{ queue: 'homes', headStartMinutes: 0 }
	]);
	expect(file.items[0]?.fee).toEqual({ zh: '免费', en: 'Free of charge', ar: 'مجانًا' });
});

type Bent = [name: string, from: string, to: string, code: string, mark: string];

/** What is bent, to what, the fault, and what stands in its line. */
const FAULTS: Bent[] = [
	['a full-width colon', '  code: small', '  code：small', 'fullwidth-colon', 'code：small'],
	[
		'a full-width colon where entries belong',
		'desk: main }',
		"desk: 'main' }\n  - zone：east",
		'fullwidth-colon',
		'zone：east'
	],
	['a tab for indenting', '    zone: west', '\tzone: west', 'yaml-tab', '\tzone: west'],
	['a key twice', '    prefix: H', '    prefix: H\n    prefix: J', 'yaml-duplicate-key', 'prefix: J'],
	['an alias without its anchor', 'zone: west\n', 'zone: *nowhere\n', 'yaml-alias', '*nowhere'],
	['a zero that would be lost', '{ no: 1001,', '{ no: 0101,', 'leading-zero', '0101'],
	['Chinese in another encoding', '小厅', '\uFFFD\uFFFD', 'not-utf8', '\uFFFD'],
	['a missing value', '  timeZone: Asia/Shanghai\n', '', 'missing', 'code: small'],
	['a key left empty', 'prefix: H', 'prefix:', 'missing', 'prefix:\n'],
	[
		'a missing section',
		'departments:\n  - { code: hrss, name: { zh: 人社局, en: Social security } }\n',
		'',
		'missing',
		'hall:'
	],
	['an unknown key', 'plannedMinutes: 20', 'plannedMinutes: 20\n    planedMinutes: 9', 'unknown-key', 'planedMinutes'],
	['a list where words belong', 'code: small', 'code: [small]', 'wrong-type', '[small]'],
	['words where a number belongs', 'plannedMinutes: 20', 'plannedMinutes: twenty', 'wrong-type', 'twenty'],
	['a value that is not offered', 'policy: self', 'policy: sefl', 'not-one-of', 'sefl'],
	['an unknown wire', 'kind: virtual', 'kind: vitrual', 'not-one-of', 'vitrual'],
	['a paper width that does not exist', 'width: 58', 'width: 57', 'not-one-of', 'width: 57'],
	['a device role for a person', 'role: guide', 'role: kiosk', 'not-one-of', 'role: kiosk'],
	['a number too small', 'cap: 50', 'cap: 0', 'too-small', 'cap: 0'],
	['a number too large', 'cap: 50', 'cap: 10000', 'too-big', 'cap: 10000'],
	['a Modbus address that a bus does not have', 'address: 2\n', 'address: 248\n', 'too-big', '248'],
	['a window without a queue', 'queues: [social] }', 'queues: [] }', 'too-few', 'queues: []'],
	['a class named as those who have none', 'code: elder', 'code: ordinary', 'reserved-code', 'ordinary'],
	['letters of UTF-16', 'Lunch', 'L\0unch', 'not-utf8', 'L\0unch'],
	['a code with capitals', 'code: enrol\n', 'code: Enrol\n', 'bad-code', 'Enrol'],
	[
		'a window code the voice cannot read',
		'- { code: 3',
		'- { code: east-3, zone: east, queues: [social] }\n  - { code: 3',
		'bad-window-code',
		'east-3'
	],
	['a prefix of three letters', 'prefix: H', 'prefix: HHH', 'bad-prefix', 'HHH'],
	['a prefix that looks like a figure', 'prefix: H', 'prefix: IO', 'prefix-looks-like-figure', 'IO'],
	['a span in other words', "friday: ['09:00-12:00']", "friday: ['9 to 12']", 'bad-span', '9 to 12'],
	['a span backwards', "friday: ['09:00-12:00']", "friday: ['12:00-09:00']", 'span-ends-before-start', '12:00-09:00'],
	[
		'overlapping opening times',
		"friday: ['09:00-12:00']",
		"friday: ['11:00-13:00', '09:00-12:00']",
		'spans-overlap',
		'11:00-13:00'
	],
	['a day that does not exist', 'date: 2026-10-10', 'date: 2026-02-30', 'bad-day', '2026-02-30'],
	['a holiday that ends before it begins', 'until: 2026-10-07', 'until: 2026-09-07', 'until-before-date', '2026-09-07'],
	['an unknown time zone', 'Asia/Shanghai', 'Asia/Yungang', 'bad-time-zone', 'Yungang'],
	['a staff number with a hyphen', 'no: 8001', 'no: a-1', 'bad-staff-number', 'a-1'],
	['words left empty', 'en: Lunch', "en: ''", 'empty-text', "en: ''"],
	['more promised than the law allows', 'promisedDays: 3', 'promisedDays: 31', 'promised-over-legal', '31'],
	['a material without a name', '- { material: id-card }', '- { kind: form }', 'material-or-name', '- { kind: form }'],
	[
		'a board that shows both',
		'shows: { window: 1 }',
		'shows: { window: 1, zone: east }',
		'window-or-zone',
		'shows: { window: 1,'
	],
	['a board smaller than a character', 'height: 32', 'height: 8', 'board-too-small', '- code: board-1'],
	[
		'a Modbus board without its registers',
		'      registers: { lines: [{ at: 0, length: 8 }] }\n',
		'',
		'missing',
		'- code: board-east'
	],
	[
		'an unknown queue at a window',
		'headStartMinutes: 5 }, homes',
		'headStartMinutes: 5 }, home',
		'unknown-reference',
		'home]'
	],
	['an unknown queue with a preference', '{ queue: social,', '{ queue: socail,', 'unknown-reference', 'socail'],
	['an unknown zone of a queue', 'zone: west\n', 'zone: north\n', 'unknown-reference', 'north'],
	['an unknown zone of a window', 'code: 3, zone: west', 'code: 3, zone: wets', 'unknown-reference', 'wets'],
	[
		'an unknown department',
		'department: hrss\n    themes',
		'department: hrs\n    themes',
		'unknown-reference',
		'hrs\n'
	],
	['an unknown theme', 'themes: [work]', 'themes: [wrok]', 'unknown-reference', 'wrok'],
	['an unknown material', 'material: id-card, kind', 'material: id, kind', 'unknown-reference', 'material: id,'],
	['an unknown window of a clerk', 'windows: [1, 2]', 'windows: [1, 4]', 'unknown-reference', '[1, 4]'],
	['an unknown desk of a guide', 'desk: main', 'desk: side', 'unknown-reference', 'side'],
	[
		'an unknown bus',
		'bus: line-1\n      driver: modbus',
		'bus: line-2\n      driver: modbus',
		'unknown-reference',
		'line-2'
	],
	['an unknown printer group', 'printerGroup: main', 'printerGroup: mian', 'unknown-reference', 'mian'],
	['an unknown window of a screen', 'window: 3 }', 'window: 33 }', 'unknown-reference', '33'],
	['an unknown zone of a notice', '- { zone: east, text', '- { zone: eats, text', 'unknown-reference', 'eats'],
	[
		'a zone code twice',
		'- { code: west',
		'- { code: west, name: { zh: 西, en: W }, place: { zh: 西, en: W } }\n  - { code: west',
		'duplicate',
		'code: west, name: { zh: 西厅'
	],
	[
		'a window code twice, quoted or not',
		'- { code: 3',
		"- { code: '3', zone: east, queues: [social] }\n  - { code: 3",
		'duplicate',
		'code: 3'
	],
	['a prefix twice', 'prefix: H', 'prefix: A', 'duplicate', 'prefix: A\n'],
	['a staff number twice', 'no: 8001', 'no: 1001', 'duplicate', '1001, name: 导询岗'],
	[
		'one code for two kinds of device',
		'code: kiosk-1',
		'code: printer-1',
		'duplicate',
		'printer-1, name: { zh: 取号机'
	],
	['a bus address twice', 'address: 2\n', 'address: 1\n', 'duplicate-address', 'address: 1\n      shows: { zone'],
	[
		'two devices at one port',
		'{ kind: serial, path: /dev/ttyS0, baud: 9600 }',
		'{ kind: tcp, host: paper, port: 9100 }',
		'shared-port',
		'code: line-1'
	],
	['a make-up day within a holiday', 'date: 2026-10-10', 'date: 2026-10-05', 'workday-is-holiday', '2026-10-05'],
	['a hall that nobody can run', 'role: administrator', 'role: supervisor', 'role-missing', 'staff:']
];

test.each(FAULTS)('%s is one fault, with its line', (...[, from, to, code, mark]) => {
	const text = bent(from, to);
	const faults = faultsOf(text);
	expect(faults.map((fault) => fault.code)).toEqual([code]);
	expect(faults[0]?.line).toBe(lineOf(text, mark));
});

test('a queue that no window serves is told there and at each of its items', () => {
	const text = bent('queues: [homes]', 'queues: [social]').replace(', homes]', ']');
	expect(faultsOf(text).map(({ code, line }) => [code, line])).toEqual([
		['queue-without-window', lineOf(text, '- code: homes')],
		['item-without-window', lineOf(text, 'queue: homes')]
	]);
});

test('all faults come at once, in the order of their lines, whatever their kind', () => {
	const text = SMALL_HALL.replace('prefix: H', 'prefix: IO')
		.replace('code: west', 'code: East')
		.replace('material: id-card, kind', 'material: nothing, kind')
		.replace('promisedDays: 3', 'promisedDay: 3')
		.replace('no: 8001', 'no: 1001');
	const faults = faultsOf(text);
	expect(faults.map((fault) => fault.code)).toEqual([
		'bad-code',
		'unknown-reference',
		'prefix-looks-like-figure',
		'unknown-reference',
		'unknown-reference',
		'missing',
		'unknown-key',
		'duplicate'
	]);
	const lines = faults.map((fault) => fault.line);
	expect(lines).toEqual(lines.toSorted((a, b) => a - b));
});

test('a fault says in Chinese and English what is wrong and how to mend it', () => {
	const [fault] = faultsOf(bent('policy: self', 'policy: sefl'));
	expect(fault).toMatchObject({
		path: 'classes[0].policy',
		column: 60,
		what: { zh: '“sefl”不在允许的值之内', en: '"sefl" is not one of the allowed values' },
		mend: {
			zh: '请选：self、desk、window（是否想写“self”？）',
			en: 'choose one of: self, desk, window (did you mean "self"?)'
		}
	});
	expect(fault && faultLine(fault, 'en')).toBe(
		'19:60 classes[0].policy: "sefl" is not one of the allowed values — choose one of: self, desk, window (did you mean "self"?)'
	);
});

test('a key with a slip is met with the word that was meant, any other with the words that may stand there', () => {
	const near = faultsOf(bent('plannedMinutes: 20', 'plannedMinutes: 20\n    planedMinutes: 9'));
	expect(near[0]?.mend.en).toBe('did you mean "plannedMinutes"?');
	const far = faultsOf(bent('prefix: H', 'prefix: H\n    colour: red'));
	expect(far[0]?.mend.en).toBe('what may stand here: code, zone, name, prefix, plannedMinutes, cap, hours, service');
});

test('a thing that is there twice tells where the other one is', () => {
	const [fault] = faultsOf(bent('prefix: H', 'prefix: A'));
	expect(fault?.what.en).toBe(`"A" is already used in line ${String(lineOf(SMALL_HALL, 'prefix: A'))}`);
});

test('every broken syntax is a fault and never an exception', () => {
	const texts = [
		'',
		'# nothing',
		'[',
		'"',
		'{a: 1',
		'a: b: c',
		'- a\nb: 1',
		'\t',
		'--- 1\n--- 2',
		'*a',
		'&a [*a]',
		'!!x y',
		'\u0000'
	];
	for (const text of texts) expect(faultsOf(text), JSON.stringify(text)).not.toEqual([]);
	expect(faultsOf('')[0]?.code).toBe('empty-file');
});

test('an alias that grows without end is refused', () => {
	const bomb = Array.from(
		{ length: 12 },
		(_, i) => `a${String(i)}: &a${String(i)} [${`*a${String(i - 1)}, `.repeat(9)}]`
	);
	expect(faultsOf([`a0: &a0 [x]`, ...bomb.slice(1)].join('\n')).map((fault) => fault.code)).toContain('yaml-alias');
});

test('anchors may be used for opening times, and windows line ends and a byte order mark do no harm', () => {
	const text = bent("monday: ['09:00-12:00', '13:30-17:00']", "monday: &day ['09:00-12:00', '13:30-17:00']").replace(
		"tuesday: ['09:00-12:00', '13:30-17:00']",
		'tuesday: *day'
	);
	const read = readHall(`\uFEFF${text.replaceAll('\n', '\r\n')}`);
	expect(read.ok && read.file.hours.tuesday).toEqual(read.ok && read.file.hours.monday);
	expect(read.ok).toBe(true);
});

test('a fault behind an anchor is told once, however often it is used', () => {
	const text = bent("monday: ['09:00-12:00', '13:30-17:00']", "monday: &day ['9-12', '9-12']").replace(
		"tuesday: ['09:00-12:00', '13:30-17:00']",
		'tuesday: *day'
	);
	expect(faultsOf(text).map(({ code, path, line }) => [code, path, line])).toEqual([
		['bad-span', 'hours.monday[0]', lineOf(text, '&day')],
		['bad-span', 'hours.monday[1]', lineOf(text, '&day')]
	]);
});

test('K-07 a real reader of identity cards stands in no hall where any browser may be its kiosk', () => {
	const wires = ['virtual }', 'tcp, host: 127.0.0.1, port: 9 }'];
	const readers = wires.map((wire, i) => `    - { code: reader-${i}, kiosk: kiosk-1, wire: { kind: ${wire} }`);
	const open = `policies:\n  access: { kiosk: open }\n`;
	const file = (policies: string, reader: number): string =>
		SMALL_HALL.replace('policies:\n', policies).replace('  screens:\n', `  idReaders:\n${readers[reader] ?? ''}\n  screens:\n`);
	const codes = (text: string): string[] => faultsOf(text).map(({ code }) => code);
	expect(codes(file(open, 1))).toEqual(['open-reader']);
	expect(codes(file(open, 0))).toEqual([]);
	expect(codes(file(`${open}  demo: always-open\n`, 1))).toEqual([]);
	expect(codes(file('policies:\n', 1))).toEqual([]);
});
