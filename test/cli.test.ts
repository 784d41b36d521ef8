import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from './db.ts';
import { SMALL_HALL } from './fixtures/hall-file.ts';
import { guidedesk, ROOT, type Typed } from './server.ts';

let database: EmptyDatabase;
const type = (...args: string[]): Promise<Typed> => guidedesk(database, args);

beforeAll(async () => {
	database = await emptyDatabase('sqlite');
});
afterAll(() => database.drop());

const COMMANDS = [
	'serve',
	'hall check',
	'hall import',
	'hall export',
	'key create',
	'key list',
	'key revoke',
	'staff list',
	'staff link',
	'day end'
];

describe('A-04 the command line', () => {
	test('without a command it tells them all', async () => {
		const { code, out } = await type();
		expect(code).toBe(0);
		for (const command of COMMANDS) expect(out).toContain(command);
	});

	test.each(COMMANDS)('%s --help explains it and does nothing', async (command) => {
		const { code, out, err } = await type(...command.split(' '), '--help');
		expect([code, err]).toEqual([0, '']);
		expect(out).toContain(`npx guidedesk ${command}`);
	});

	test.each([['nonsense'], ['key create --role king'], ['key revoke'], ['hall check'], ['staff link 0000']])(
		'%s is misuse, and says how it is meant',
		async (typed) => {
			const { code, out, err } = await type(...typed.split(' '));
			expect(code).toBe(1);
			expect(out + err).toContain('npx guidedesk');
		}
	);

	test('a key is made, listed, revoked, and cannot be revoked twice', async () => {
		const made = await type('key', 'create', '--role', 'admin', '--label', 'gateway');
		expect(made.out).toMatch(/^gd_[\w-]{32}\n$/);
		const [id = '', role, , state, label] = (await type('key', 'list')).out.trim().split('\t');
		expect([role, state, label]).toEqual(['administrator', 'valid', 'gateway']);
		expect((await type('key', 'revoke', id)).code).toBe(0);
		expect((await type('key', 'list')).out).toContain('revoked');
		expect((await type('key', 'revoke', id)).code).toBe(1);
	});

	test('staff are listed, and get a link of their own', async () => {
		expect((await type('staff', 'list')).out).toMatch(/^1001\tclerk\t.+\tno password yet$/m);
		const links = await Promise.all([type('staff', 'link', '1001'), type('staff', 'link', '1001')]);
		expect(links[0].out).toMatch(/\/sign-in\?link=[\w-]{32}\n$/);
		expect(links[0].out).not.toBe(links[1].out);
	});

	test('the hall file comes out as it went in, byte for byte', async () => {
		const file = join(database.folder, 'out.yaml');
		expect((await type('hall', 'export', file)).code).toBe(0);
		expect(readFileSync(file, 'utf8')).toBe(readFileSync(join(ROOT, 'hall.yaml'), 'utf8'));
		expect((await type('hall', 'import', file)).out).toContain('nothing changed');
	});

	test('a file with faults is refused whole, each with its line; one of another hall too', async () => {
		const file = join(database.folder, 'wrong.yaml');
		writeFileSync(file, SMALL_HALL.replace('Asia/Shanghai', 'Asia/Nowhere').replace('prefix: A', 'prefix: I'));
		const { code, out } = await type('hall', 'import', file);
		expect(code).toBe(1);
		expect(out).toMatch(/wrong\.yaml:4:\d+ hall\.timeZone: /);
		expect(out).toMatch(/prefix/);
		writeFileSync(file, SMALL_HALL);
		expect((await type('hall', 'import', file)).code).toBe(1);
		expect((await type('hall', 'check', file)).code).toBe(0);
	});

	test('the day is ended by hand', async () => {
		expect((await type('day', 'end')).out).toMatch(/^\d{4}-\d{2}-\d{2}: 0 tickets closed\n$/);
	});
});
