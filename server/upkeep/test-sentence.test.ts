import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import type { Renderer, Rendered } from '../calls/render.ts';
import type { HallSocket } from '../realtime/gateway.ts';
import { sayTests } from './test-sentence.ts';

type Alert = Parameters<Renderer['renderAlert']>;

const SOUND: Rendered = { ok: true, name: 'a1.wav', seconds: 4, text: '测试', missing: [], tookMs: 1 };
let here: TestHall;
beforeAll(async () => {
	here = await testHall('sqlite', SMALL_HALL);
});
afterAll(() => here.close());

/** Tests these devices, where only the lines of `lines` are up. @returns what was asked of the voice, and what was sent where */
async function said(
	tested: { kind: string; device: string }[],
	{ lines = ['screen-east', 'screen-3'], rendered = SOUND }: { lines?: string[]; rendered?: Rendered } = {}
): Promise<{ asked: Alert[]; sent: unknown[][] }> {
	const [asked, sent]: [Alert[], unknown[][]] = [[], []];
	const renderer: Renderer = {
		render: () => Promise.reject(new Error('it is no call')),
		renderAlert: (...told) => {
			asked.push(told);
			return Promise.resolve(rendered);
		}
	};
	const lineTo = (screen: string): HallSocket | undefined =>
		lines.includes(screen)
			? ({ emit: (...what: unknown[]) => sent.push([screen, ...what]) } as unknown as HallSocket)
			: undefined;
	const all = tested.map((one, i) => ({ id: 70 + i, ...one }));
	await sayTests(here.hall, { tested: all }, { voices: { renderer }, lineTo });
	return { asked, sent };
}

test('D-12 a screen that is tested says a sentence in the languages of the house, worth something for half a minute', async () => {
	const { asked, sent } = await said([{ kind: 'screen', device: 'screen-east' }]);
	expect(asked).toMatchObject([[{ code: null, drill: false, calm: true }, { langs: ['zh-CN'] }]]);
	expect(Object.keys(asked[0]?.[0].texts ?? {})).toEqual(['zh-CN', 'en']);
	const at = here.clock.now();
	expect(sent).toEqual([
		[
			'screen-east',
			'call:announced',
			{
				...{ id: 70, zone: 'east', audio: '/clips/a1.wav', seconds: 4, text: '测试' },
				...{ volume: 1, priority: 0, at, until: at + 30_000 }
			}
		]
	]);
});

test('D-12 other devices, screens without a voice or without a line, and a sound that cannot be made: nothing is said', async () => {
	const none = [
		{ kind: 'board', device: 'screen-east' },
		{ kind: 'screen', device: 'screen-3' },
		{ kind: 'screen', device: 'nobody' }
	];
	expect(await said(none)).toEqual({ asked: [], sent: [] });
	const east = [{ kind: 'screen', device: 'screen-east' }];
	expect(await said(east, { lines: [] })).toEqual({ asked: [], sent: [] });
	expect((await said(east, { rendered: { ok: false, text: '', why: 'disk full' } })).sent).toEqual([]);
});
