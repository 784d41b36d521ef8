import { describe, expect, test } from 'vitest';
import { windowAlarms, type Limits, type Watched } from './attention.ts';

const MINUTE_MS = 60_000;
const NOW = 1_000 * MINUTE_MS;
const LIMITS: Limits = {
	idleMinutes: 5,
	serviceMinutes: 60,
	pauseGraceMinutes: 5,
	wrapUpMinutes: 5,
	coverMinutes: 10
};

const ago = (minutes: number): number => NOW - minutes * MINUTE_MS;

function window(over: Partial<Watched> = {}): Watched {
	return { state: 'open', since: 0, until: null, lastActAt: 0, current: null, waiting: 0, cover: null, ...over };
}

const alarms = (over: Partial<Watched>): string[] => [...windowAlarms(window(over), LIMITS, NOW)];

describe('W-01 a window left without a state calls for somebody', () => {
	test.each<[string, Partial<Watched>, string[]]>([
		['open while people wait, and nobody is called', { waiting: 3, lastActAt: ago(6) }, ['window-unattended']],
		['just within the limit', { waiting: 3, lastActAt: ago(5) }, []],
		['nobody waits', { waiting: 0, lastActAt: ago(60) }, []],
		['opened a moment ago', { waiting: 3, since: ago(1) }, []],
		[
			'called, and nothing more',
			{ current: { step: 'called', since: ago(9) }, lastActAt: ago(9) },
			['window-unattended']
		],
		['serves', { current: { step: 'serving', since: ago(30) }, waiting: 9, lastActAt: ago(30) }, []],
		['serves for very long', { current: { step: 'serving', since: ago(61) } }, ['service-long']],
		['paused within the plan', { state: 'paused', until: ago(5), waiting: 9 }, []],
		['paused beyond the plan', { state: 'paused', until: ago(6), waiting: 9 }, ['pause-over']],
		['paused without a plan', { state: 'paused', until: null, since: ago(300) }, []],
		['finishing', { state: 'wrap-up', since: ago(5), waiting: 9 }, []],
		['finishing for long', { state: 'wrap-up', since: ago(6), waiting: 9 }, ['wrap-up-long']],
		['closed', { state: 'closed', waiting: 9 }, []]
	])('%s', (_, over, expected) => {
		expect(alarms(over)).toEqual(expected);
	});
});

describe('AB岗: a post and its stand-in', () => {
	const cover = { isOpen: false, hours: true, missingSince: ago(11) };

	test('call for somebody when neither has been open for longer than allowed', () => {
		expect(alarms({ state: 'paused', until: null, cover })).toEqual(['cover-missing']);
		expect(alarms({ state: 'closed', cover })).toEqual(['cover-missing']);
		expect(alarms({ state: 'closed', cover: { ...cover, missingSince: ago(10) } })).toEqual([]);
	});

	test('are covered by either of the two, and owe nothing out of hours', () => {
		expect(alarms({ state: 'closed', cover: { ...cover, isOpen: true } })).toEqual([]);
		expect(alarms({ state: 'wrap-up', since: NOW, cover })).toEqual([]);
		expect(alarms({ state: 'closed', cover: { ...cover, hours: false } })).toEqual([]);
	});
});
