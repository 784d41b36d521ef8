import { mkdtempSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { readHall } from '../setup/read.ts';
import { Setup } from '../setup/hall.ts';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import type { Hall } from '../hall.ts';
import { findMedium, rangeOf } from './media.ts';
import { screenSetup, windowScreenSetup } from './setup.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const MP4 = Buffer.from('000000186674797069736f6d00000000', 'hex');

let folder = '';
let media = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'media-'));
	media = join(folder, 'media');
	mkdirSync(join(media, 'inner.png'), { recursive: true });
	writeFileSync(join(folder, 'hall.db'), 'secret');
	writeFileSync(join(folder, 'secret.png'), PNG);
	writeFileSync(join(media, '防汛 1.png'), PNG);
	writeFileSync(join(media, 'film.MP4'), MP4);
	writeFileSync(join(media, 'text.png'), 'this is no picture at all');
	writeFileSync(join(media, 'film.png'), MP4);
	writeFileSync(join(media, 'empty.png'), '');
	writeFileSync(join(media, 'page.svg'), '<svg onload="alert(1)"/>');
	writeFileSync(join(media, 'large.png'), PNG);
	truncateSync(join(media, 'large.png'), 21 * 1024 * 1024);
	symlinkSync(join(folder, 'secret.png'), join(media, 'link.png'));
	symlinkSync(join(media, '防汛 1.png'), join(media, 'inside.png'));
});
afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

describe('D-01 the files beside the calls', () => {
	test.each([
		['防汛 1.png', 'image/png', 16],
		['film.MP4', 'video/mp4', 16],
		['inside.png', 'image/png', 16]
	])('%s is served as what it is', async (name, type, bytes) => {
		expect(await findMedium(media, name)).toMatchObject({ ok: true, type, bytes });
	});

	test.each([
		['text.png', 'wrong-kind'],
		['film.png', 'wrong-kind'],
		['empty.png', 'wrong-kind'],
		['page.svg', 'wrong-kind'],
		['large.png', 'too-large'],
		['none.png', 'missing'],
		['inner.png', 'missing'],
		['link.png', 'missing'],
		['../secret.png', 'wrong-kind'],
		['..\\secret.png', 'wrong-kind'],
		['.hidden.png', 'wrong-kind'],
		['a/../../secret.png', 'wrong-kind'],
		['nul\0.png', 'wrong-kind']
	])('%s is not: %s', async (name, fault) => {
		expect(await findMedium(media, name)).toEqual({ ok: false, fault });
	});

	test('no name leads out of the folder', async () => {
		const piece = fc.constantFrom('..', '.', '/', '\\', '%2e', 'secret', 'a', '.png', '\0', ' ', '~');
		await fc.assert(
			fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
				const found = await findMedium(media, pieces.join(''));
				expect(found.ok && !found.path.startsWith(media)).toBe(false);
			})
		);
	});

	test('without the folder there is nothing', async () => {
		expect(await findMedium(join(folder, 'nowhere'), 'a.png')).toEqual({ ok: false, fault: 'missing' });
	});

	test.each([
		[null, null],
		['bytes=0-3', { from: 0, to: 3 }],
		['bytes=4-', { from: 4, to: 9 }],
		['bytes=-3', { from: 7, to: 9 }],
		['bytes=-30', { from: 0, to: 9 }],
		['bytes=8-99', { from: 8, to: 9 }],
		['bytes=10-', undefined],
		['bytes=5-4', undefined],
		['bytes=-', null],
		['bytes=0-1,3-4', null],
		['lines=1-2', null]
	])('the range %s of ten bytes', (header, range) => {
		expect(rangeOf(header, 10)).toEqual(range);
	});
});

describe('D-01 what a screen is told of itself', () => {
	const file = SMALL_HALL.replace(
		'    - { code: screen-east, zone: east, voice: true }',
		`    - code: screen-east
      zone: east
      voice: true
      alsoZones: [west, east, west]
      size: { inches: 55 }
      farthestSeatMetres: 8
      theme: day
      night: ['20:00-24:00']
    - { code: above-1, window: 1, size: { widthMm: 400, heightMm: 120 }, farthestSeatMetres: 4 }`
	).replace(
		'  screens:\n',
		`  media:
    - { file: 防汛 1.png, seconds: 10, zones: [east] }
    - { file: film.MP4, screens: [screen-east], days: [monday], times: ['09:00-12:00'] }
    - { file: gone.png }
    - { file: text.png, screens: [above-1] }
  screens:\n`
	);
	const read = readHall(file);
	if (!read.ok) throw new Error(JSON.stringify(read.faults));
	const hall = { setup: new Setup(read.file) } as Hall;

	test('by its name: how it hangs, and what stands beside the calls, with what is wrong', async () => {
		const setup = await screenSetup(hall, { screen: 'screen-east', zone: 'east', folder: media });
		expect(setup).toMatchObject({
			code: 'screen-east',
			size: { inches: 55 },
			farthestMetres: 8,
			theme: 'day',
			speaks: true
		});
		expect(setup.night).toEqual([{ from: 1200, to: 1440 }]);
		expect(setup.media.map((one) => [one.file, one.kind, one.fault])).toEqual([
			['防汛 1.png', 'picture', null],
			['film.MP4', 'video', null],
			['gone.png', 'picture', 'missing']
		]);
		expect(setup.media[0]?.address).toMatch(/^\/media\/%E9%98%B2%E6%B1%9B%201\.png\?v=/);
	});

	test('no zone stands on it twice, wherever it is opened', async () => {
		const zonesAt = async (zone: string): Promise<string[]> =>
			(await screenSetup(hall, { screen: 'screen-east', zone, folder: media })).alsoZones;
		expect([await zonesAt('east'), await zonesAt('west')]).toEqual([['west'], ['east']]);
	});

	test('one that nobody named speaks, and knows nothing of its size', async () => {
		const setup = await screenSetup(hall, { screen: 'lent', zone: 'east', folder: media });
		expect(setup).toMatchObject({ code: null, size: null, speaks: true, theme: 'dark' });
	});

	test('the one above a window is found by its window', () => {
		expect(windowScreenSetup(hall, null, '1')).toMatchObject({
			code: 'above-1',
			size: { widthMm: 400, heightMm: 120 }
		});
		expect(windowScreenSetup(hall, null, '2').code).toBeNull();
	});

	test.each([
		['size: { inches: 55 }', 'size: { widthMm: 400 }', 'inches-or-millimetres'],
		['size: { inches: 55 }', 'size: { inches: 55, widthMm: 400, heightMm: 300 }', 'inches-or-millimetres'],
		['gone.png', '../gone.png', 'bad-media-name'],
		['gone.png', 'gone.exe', 'bad-media-name'],
		['zones: [east]', 'zones: [nowhere]', 'unknown-reference'],
		['screens: [above-1]', 'screens: [above-9]', 'unknown-reference']
	])('%s → %s is refused', (from, to, code) => {
		const faulty = readHall(file.replace(from, to));
		expect(faulty.ok ? [] : faulty.faults.map((fault) => fault.code)).toContain(code);
	});
});
