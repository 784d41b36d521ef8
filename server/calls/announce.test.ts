import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linedUp } from '#display/voice/line.ts';
import type { Announcement } from '#server/realtime/events.ts';
import {
	ahead,
	announced,
	behind,
	isQuiet,
	mannerOf,
	policyOf,
	SILENT,
	turns,
	volumeAt,
	type VoicePolicy,
	type ZoneVoice
} from './announce.ts';

const policy: VoicePolicy = {
	repeat: 2,
	languages: ['zh', 'en'],
	rate: 1.1,
	quiet: [{ from: 720, to: 780 }],
	volume: [],
	priority: 0
};

function call(id: number, at: number, seconds = 8, until = at + 120_000): Announcement {
	return { id, zone: 'east', text: `A${id}`, audio: `/clips/${id}.wav`, seconds, volume: 1, priority: 0, at, until };
}

function voiceOf(calls: readonly Announcement[], now = 0): ZoneVoice {
	return calls.reduce((voice, one) => announced(voice, one, now), SILENT);
}

describe('D-02 quiet hours', () => {
	test.each([
		[719, false],
		[720, true],
		[779, true],
		[780, false]
	])('minute %i of the day: %s', (minute, quiet) => {
		expect(isQuiet(policy, minute)).toBe(quiet);
	});
});

describe('D-02 the manner of a call', () => {
	test('is the policy of the hall', () => {
		expect(mannerOf(policy, 0)).toEqual({ langs: ['zh-CN', 'en'], times: 2, rate: 1.1 });
	});

	test('is said once when the zone is behind, so that nobody is called too late', () => {
		expect(mannerOf(policy, 20_000).times).toBe(1);
	});

	test('says no language twice', () => {
		expect(mannerOf({ ...policy, languages: ['zh', 'zh-CN'] }, 0).langs).toEqual(['zh-CN']);
	});
});

describe('D-02 N3 art. 28 a zone that is spoken to otherwise', () => {
	test('has what it says of itself, and of the rest what the hall has', () => {
		const own = { repeat: null, languages: ['yue', 'en'], rate: null, quiet: [], volume: null, priority: 3 };
		expect(policyOf(policy, own)).toEqual({ ...policy, languages: ['yue', 'en'], quiet: [], priority: 3 });
		expect(policyOf(policy, undefined)).toEqual(policy);
	});

	test('names dialects by their folders', () => {
		expect(mannerOf({ ...policy, languages: ['zh', 'yue', 'zh-CN-sichuan'] }, 0).langs).toEqual([
			'zh-CN',
			'yue',
			'zh-CN-sichuan'
		]);
	});

	test.each([
		[0, 0.4],
		[509, 0.4],
		[510, 0.7],
		[719, 0.7],
		[720, 0],
		[1439, 0.4]
	])('at minute %i calls are as loud as %d', (minute, loud) => {
		const volume = [
			{ at: 510, percent: 70 },
			{ at: 720, percent: 0 },
			{ at: 780, percent: 40 }
		];
		expect(volumeAt({ volume }, minute)).toBe(loud);
		expect(volumeAt({ volume: [] }, minute)).toBe(1);
	});

	test('is said before others by one speaker, and among equals the calls keep their order', () => {
		const line = [call(7, 0), { ...call(9, 0), priority: 2 }, call(8, 0), { ...call(10, 0), priority: 2 }];
		const said = line.reduce<readonly Announcement[]>(linedUp, []);
		expect(said.map(({ id }) => id)).toEqual([9, 10, 7, 8]);
	});
});

describe('D-02 the line of a zone', () => {
	test('speaks two calls of the same moment one after the other', () => {
		const voice = voiceOf([call(7, 1000), call(8, 1000)], 1000);
		expect(turns(voice.line, voice.freeAt)).toEqual([
			{ id: 7, from: 1000, to: 9000, late: false },
			{ id: 8, from: 9500, to: 17_500, late: false }
		]);
	});

	test('speaks in the order of the calls, whichever was rendered first', () => {
		expect(voiceOf([call(8, 1000), call(7, 1000)]).line.map((one) => one.id)).toEqual([7, 8]);
	});

	test('drops a call whose turn would come too late, and the next takes its turn', () => {
		const voice = voiceOf([call(1, 0), call(2, 0, 8, 5000), call(3, 0)]);
		expect(turns(voice.line, 0).map(({ from, late }) => [from, late])).toEqual([
			[0, false],
			[8500, true],
			[8500, false]
		]);
	});

	test('forgets what was heard and stays busy until the voice is free', () => {
		const voice = ahead(voiceOf([call(1, 0), call(2, 0)]), 9000);
		expect(voice.line.map((one) => one.id)).toEqual([2]);
		expect(behind(voice, 9000)).toBe(7500);
		expect(behind(ahead(voice, 60_000), 60_000)).toBe(0);
	});

	test('a call announced again with another sound is there once', () => {
		expect(voiceOf([call(1, 0, 8), call(1, 0, 4)]).line.map((one) => one.seconds)).toEqual([4]);
	});

	test('never has two voices at once, never speaks before the call nor after its time', () => {
		const calls = fc.array(
			fc.record({ at: fc.integer({ min: 0, max: 300_000 }), seconds: fc.integer({ min: 1, max: 20 }) }),
			{ maxLength: 40 }
		);
		fc.assert(
			fc.property(calls, (list) => {
				const line = list
					.toSorted((a, b) => a.at - b.at)
					.map(({ at, seconds }, i) => call(i, at, seconds, at + 60_000));
				const spoken = turns(line, 0).filter((turn) => !turn.late);
				spoken.forEach((turn, i) => {
					const one = line.find(({ id }) => id === turn.id);
					expect(turn.from).toBeGreaterThanOrEqual(Math.max(one?.at ?? 0, spoken[i - 1]?.to ?? 0));
					expect(turn.from).toBeLessThan(one?.until ?? 0);
				});
			})
		);
	});
});
