import { describe, expect, test } from 'vitest';
import type { Manner } from '#display/voice/phrase.ts';
import { virtualClock, type VirtualClock } from '#test/fakes/clock.ts';
import type { CallToSay, Renderer } from './render.ts';
import { createVoice, type CommittedCall, type HallVoice } from './voice.ts';

interface Setting {
	/** how long rendering takes, by ticket number */
	takes?: Record<string, number>;
	/** calls that cannot be rendered */
	fails?: string[];
	/** calls that meet a mistake of ours */
	breaks?: string[];
	minute?: number;
}

function hall({ takes = {}, fails = [], breaks = [], minute = 600 }: Setting = {}): {
	clock: VirtualClock;
	voice: HallVoice;
	manners: Manner[];
	call: (id: number, number: string, zone?: string) => CommittedCall;
} {
	const clock = virtualClock();
	const manners: Manner[] = [];
	const renderer: Renderer = {
		renderAlert: () => Promise.reject(new Error('calls only')),
		async render({ number }: CallToSay, manner) {
			manners.push(manner);
			await new Promise<void>((resolve) => clock.after(takes[number] ?? 5, resolve));
			if (breaks.includes(number)) throw new Error('a mistake of ours');
			if (fails.includes(number)) return { ok: false, text: number, why: 'disk full' };
			return { ok: true, name: `${number}.wav`, seconds: 8, text: `请 ${number}`, missing: [], tookMs: 5 };
		}
	};
	const voice = createVoice({
		renderer,
		policy: () => ({
			repeat: 2,
			languages: ['zh'],
			rate: 1,
			quiet: [{ from: 720, to: 780 }],
			volume: [{ at: 0, percent: 70 }],
			priority: 0
		}),
		now: () => clock.now(),
		minuteOfDay: () => minute,
		address: (name) => `/clips/${name}`
	});
	const windowName = { zh: '3号窗口', en: 'Window 3' };
	const call = (id: number, number: string, zone = 'east'): CommittedCall => ({
		id,
		number,
		zone,
		window: '3',
		windowName,
		at: clock.now()
	});
	return { clock, voice, manners, call };
}

describe('D-02 the voice of a hall', () => {
	test('makes an announcement that a screen can play', async () => {
		const { clock, voice, call } = hall();
		const said = voice.announce(call(7, 'A001'));
		await clock.advance(10);
		const at = clock.now() - 10;
		expect(await said).toEqual({
			id: 7,
			zone: 'east',
			text: '请 A001',
			audio: '/clips/A001.wav',
			seconds: 8,
			volume: 0.7,
			priority: 0,
			at,
			until: at + 120_000
		});
	});

	test('announces in the order of the calls, however long each takes to render', async () => {
		const { clock, voice, call } = hall({ takes: { A001: 500 } });
		const order: (number | undefined)[] = [];
		const said = [call(1, 'A001'), call(2, 'A002'), call(3, 'A003', 'west')].map((one) =>
			voice.announce(one).then((announced) => order.push(announced?.id))
		);
		await clock.advance(1000);
		await Promise.all(said);
		expect(order).toEqual([3, 1, 2]);
		expect(voice.pending('east').map((one) => one.id)).toEqual([1, 2]);
	});

	test('says each call once while the zone is behind, and twice again when it has caught up', async () => {
		const { clock, voice, manners, call } = hall();
		for (let id = 1; id <= 6; id++) void voice.announce(call(id, `A00${id}`));
		await clock.advance(120_000);
		void voice.announce(call(7, 'A007'));
		await clock.advance(100);
		expect(manners.map((manner) => manner.times)).toEqual([2, 2, 2, 1, 1, 1, 2]);
	});

	test('is silent in quiet hours', async () => {
		const { clock, voice, manners, call } = hall({ minute: 730 });
		const said = voice.announce(call(1, 'A001'));
		await clock.advance(100);
		expect(await said).toBeNull();
		expect(manners).toEqual([]);
	});

	test.each([{ fails: ['A001'] }, { breaks: ['A001'] }])(
		'goes on after a call that could not be said, and does not hide it: %o',
		async (setting) => {
			const { clock, voice, call } = hall(setting);
			const said = [voice.announce(call(1, 'A001')), voice.announce(call(2, 'A002'))];
			const settled = Promise.allSettled(said);
			await clock.advance(100);
			expect((await settled).map((one) => one.status)).toEqual(['rejected', 'fulfilled']);
		}
	);

	test('tells a screen that has just come only what was not heard yet', async () => {
		const { clock, voice, call } = hall();
		void voice.announce(call(1, 'A001'));
		void voice.announce(call(2, 'A002'));
		await clock.advance(10_000);
		expect(voice.pending('east').map((one) => one.id)).toEqual([2]);
		expect(voice.pending('west')).toEqual([]);
		await clock.advance(10_000);
		expect(voice.pending('east')).toEqual([]);
	});
});
