import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkVoices, isFaulty } from './check.ts';

let voices = '';
beforeAll(() => {
	voices = mkdtempSync(join(tmpdir(), 'voices-'));
	mkdirSync(join(voices, 'yue', 'digit-2.wav'), { recursive: true });
	symlinkSync(join(voices, 'gone.wav'), join(voices, 'yue', 'digit-1.wav'));
	writeFileSync(join(voices, 'yue', 'song.wav'), 'no clip');
	writeFileSync(join(voices, 'README'), 'no folder');
});
afterAll(() => {
	rmSync(voices, { recursive: true, force: true });
});

test('D-02 what lies among the recordings and cannot be read is told, and stops nothing', async () => {
	const [yue] = (await checkVoices(voices)).filter(({ folder }) => folder === 'yue');
	expect(yue?.clips.map(({ clip, faults }) => [clip, faults])).toEqual([
		['digit-1', ['not-wav']],
		['digit-2', ['not-wav']]
	]);
	expect(yue?.unknown).toEqual(['song']);
	expect(yue && isFaulty(yue)).toBe(true);
});

test('D-02 a hall without recordings has its languages, with nothing in them', async () => {
	const found = await checkVoices(join(voices, 'nowhere'));
	expect(found.map(({ folder, clips, unknown }) => [folder, clips, unknown])).toContainEqual(['zh-CN', [], []]);
});
