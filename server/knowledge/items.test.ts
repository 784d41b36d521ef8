import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Setup } from '../setup/hall.ts';
import { readHall } from '../setup/read.ts';
import { itemsNear } from './items.ts';

const read = readHall(readFileSync('hall.yaml', 'utf8'));
if (!read.ok) throw new Error('the sample hall has faults');
const setup = new Setup(read.file);

test.each([
	['sbk', 'card-new'],
	['shenfenzheng', 'id-first'],
	['房产证丢了', 'certificate-lost'],
	['護照', 'passport-first'],
	['pasport', 'passport-first']
])('K-02 an item is found by %s', (question, item) => {
	expect(itemsNear(setup, question)).toContain(item);
});

test('K-02 what no item is about finds none', () => {
	expect(itemsNear(setup, '天文馆门票')).toEqual([]);
	expect(itemsNear(setup, '')).toEqual([]);
});
