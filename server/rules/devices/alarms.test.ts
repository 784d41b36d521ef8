import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceState, WatchKind } from '#db/schema.ts';
import { alarmsDue, type Watched } from './alarms.ts';
import { healthOf, stateNamed } from './health.ts';

const NOW = 1_000_000;
const of = (kind: WatchKind, code: string, state: DeviceState, more: Partial<Watched> = {}): Watched => ({
	...{ kind, code, state, since: 0, off: false, group: null, line: null, paperSoon: false },
	...more
});
const told = (devices: Watched[], now = NOW): string[] =>
	alarmsDue(devices, now).map(({ kind, key, cause }) => `${kind} ${key} ${cause}`);
const boards = (count: number, silent: number, more: Partial<Watched> = {}): Watched[] =>
	Array.from({ length: count }, (_, i) =>
		of('board', `board-${String(i)}`, i < silent ? 'silent' : 'ready', { line: 'line-1', ...more })
	);

describe('alarms of devices', () => {
	test('a printer that cannot print, by its cause, while its group goes on', () => {
		const group = { group: 'main' };
		expect(told([of('printer', 'a', 'cover-open', group), of('printer', 'b', 'ready', group)])).toEqual([
			'printer-down a cover-open'
		]);
	});

	test('a group without any printer is one alarm', () => {
		const group = { group: 'main' };
		const two = [of('printer', 'a', 'paper-out', group), of('printer', 'b', 'unreachable', group)];
		expect(told(two)).toEqual(['printers-none main paper-out']);
		expect(
			told([of('printer', 'a', 'paper-out', group), of('printer', 'b', 'ready', { ...group, off: true })])
		).toEqual(['printers-none main paper-out']);
		expect(told([of('printer', 'a', 'ready', { ...group, off: true })])).toEqual(['printers-none main gone']);
	});

	test('a blink is none', () => {
		const blink = of('printer', 'a', 'paper-out', { group: 'main', since: NOW - 9999 });
		expect(told([blink])).toEqual([]);
		expect(told([blink], NOW + 1)).toEqual(['printers-none main paper-out']);
	});

	test.each([
		['printer', 'unreachable', 10_000],
		['agent', 'gone', 10_000],
		['bus', 'unreachable', 20_000],
		['board', 'silent', 30_000],
		['screen', 'gone', 60_000],
		['scanner', 'unreachable', 60_000]
	] as const)('a %s is called for when it has been %s for %d ms, not before', (kind, state, patience) => {
		const one = of(kind, 'x', state, { since: NOW });
		expect(told([one], NOW + patience - 1)).toEqual([]);
		expect(told([one], NOW + patience)).toHaveLength(1);
	});

	test('a line is told, not its twenty boards: when it is down, and when every board of it is silent', () => {
		const down = [of('bus', 'line-1', 'unreachable'), ...boards(20, 20)];
		expect(told(down)).toEqual(['bus-dead line-1 unreachable']);
		expect(told([of('bus', 'line-1', 'ready'), ...boards(20, 20)])).toEqual(['bus-dead line-1 silent']);
		expect(told([of('bus', 'line-1', 'ready'), ...boards(20, 2)])).toEqual([
			'board-dead board-0 silent',
			'board-dead board-1 silent'
		]);
		expect(told([of('bus', 'line-1', 'ready'), ...boards(1, 1)])).toEqual(['board-dead board-0 silent']);
	});

	test('an agent is told, and nothing of what hangs on it', () => {
		const behind = { line: 'line-1', state: 'behind-agent' as const };
		const all = [
			of('agent', 'pc', 'gone'),
			of('bus', 'line-1', 'behind-agent'),
			...boards(3, 3).map((one) => ({ ...one, ...behind })),
			of('scanner', 's', 'behind-agent')
		];
		expect(told(all)).toEqual(['agent-gone pc gone']);
	});

	test('what a hand has taken out of work calls for nobody, nor does what nobody knows', () => {
		expect(
			told([of('screen', 's', 'gone', { off: true }), of('kiosk', 'k', 'gone'), of('screen', 't', 'unknown')])
		).toEqual([]);
		expect(told([of('screen', 's', 'mute')])).toEqual(['screen-silent s mute']);
	});

	test('paper that ends soon, as long as there is some', () => {
		const soon = { group: 'main', paperSoon: true };
		const two = [of('printer', 'a', 'paper-low', soon), of('printer', 'b', 'paper-out', soon)];
		expect(told(two)).toEqual(['printer-down b paper-out', 'paper-soon a paper-low']);
	});

	test('never two of a kind about one thing', () => {
		const any = fc.record({
			kind: fc.constantFrom<WatchKind>('printer', 'board', 'bus', 'screen', 'agent'),
			n: fc.integer({ min: 0, max: 30 }),
			state: fc.constantFrom<DeviceState>('ready', 'paper-out', 'silent', 'unreachable', 'gone', 'behind-agent'),
			off: fc.boolean()
		});
		fc.assert(
			fc.property(fc.uniqueArray(any, { selector: ({ kind, n }) => `${kind} ${String(n)}` }), (all) => {
				const devices = all.map(({ kind, n, state, off }) => {
					const group = kind === 'printer' ? `group-${String(n % 3)}` : null;
					const line = kind === 'board' ? `bus-${String(n % 3)}` : null;
					return of(kind, `${kind}-${String(n)}`, state, { off, group, line, paperSoon: n % 2 === 0 });
				});
				const keys = alarmsDue(devices, NOW).map(({ kind, key }) => `${kind} ${key}`);
				expect(new Set(keys).size).toBe(keys.length);
			})
		);
	});
});

test('a word of a driver that nobody knows is a fault, not a guess', () => {
	expect([stateNamed('paper-out'), stateNamed('on-fire'), stateNamed('toString')]).toEqual([
		'paper-out',
		'error',
		'error'
	]);
	expect(healthOf('behind-agent')).toBe('down');
});
