import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { HOUSE_HALL } from '#test/fixtures/house.ts';
import { localText } from '../rules/day.ts';
import { Misused, readInput } from './command.ts';
import { ORDERS } from './orders.ts';

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'guidedesk-orders-'));
	vi.stubEnv('DATA_DIR', folder);
	vi.stubEnv('DATABASE_URL', undefined);
	vi.stubEnv('HALL_FILE', file('hall.yaml', HOUSE_HALL));
});
afterAll(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true });
});

function file(name: string, text: string): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}

async function typed(name: string, ...args: string[]): Promise<{ code: number; out: string }> {
	const command = ORDERS.find((one) => one.name === name);
	if (!command) throw new Error(`no command ${name}`);
	const out: string[] = [];
	const code = await command.run(readInput(command, args, (line) => void out.push(line)));
	return { code, out: out.join('\n') };
}

test('C-07 orders come in from a file and their results go out, and no line tells whose they are', async () => {
	const at = localText(Date.now() - 3_600_000, 'Asia/Shanghai');
	const rows = [`GD1,${at},"参保，排队太久",139-0000-0000,王小明`, `GD2,昨天,时间不对,,王小明`];
	const sheet = file('orders.csv', ['工单编号,派单时间,诉求内容,联系电话,来电人', ...rows].join('\r\n'));
	const first = await typed('orders import', sheet);
	expect(first).toEqual({ code: 1, out: 'line 3: time is no time\n1 taken in, 0 known, 1 faulty' });
	const again = await typed(
		'orders import',
		file('orders.json', JSON.stringify({ orders: [{ number: 'GD1', receivedAt: at, content: 'x' }] }))
	);
	expect(again).toEqual({ code: 0, out: '0 taken in, 1 known, 0 faulty' });
	const results = await typed('orders export');
	expect(results.code).toBe(0);
	expect(results.out.split('\r\n')).toHaveLength(2);
	expect(results.out).toMatch(/\nGD1,G\S+,/);
	for (const secret of ['王小明', '139']) expect(first.out + again.out + results.out).not.toContain(secret);
});

test('C-07 what is no file of orders, or no span of days, is told as misuse', async () => {
	await expect(typed('orders import', file('nonsense.json', '{"orders": 7}'))).rejects.toThrow(Misused);
	await expect(typed('orders export', '2026-11-02', '2026-11-01')).rejects.toThrow(Misused);
});
